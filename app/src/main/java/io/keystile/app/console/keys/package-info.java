/** Pages of the console about keys: the list, one key, making and changing them. */
@NullMarked
package io.keystile.app.console.keys;

import org.jspecify.annotations.NullMarked;
