/** The first start: whoever holds the set-up code makes the first administrator. */
@NullMarked
package io.keystile.app.console.setup;

import org.jspecify.annotations.NullMarked;
