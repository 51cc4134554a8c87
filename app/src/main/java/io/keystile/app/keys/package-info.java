/** The commands below {@code keystile keys}. */
@NullMarked
package io.keystile.app.keys;

import org.jspecify.annotations.NullMarked;
