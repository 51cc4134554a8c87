/** Tests of the program as a whole, and what they share. */
@NullMarked
package io.keystile.app;

import org.jspecify.annotations.NullMarked;
