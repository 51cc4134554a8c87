/** Refused calls in the console: a list that goes on by itself, and each receipt. */
@NullMarked
package io.keystile.app.console.refusals;

import org.jspecify.annotations.NullMarked;
