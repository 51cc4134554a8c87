/** A real browser on the console. */
@NullMarked
package io.keystile.app.console.browser;

import org.jspecify.annotations.NullMarked;
