/** What refusals mean, and what mends them. */
@NullMarked
package io.keystile.app.console.help;

import org.jspecify.annotations.NullMarked;
