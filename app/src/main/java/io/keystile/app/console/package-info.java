/** The web console: what its pages have in common, and who may see them. */
@NullMarked
package io.keystile.app.console;

import org.jspecify.annotations.NullMarked;
