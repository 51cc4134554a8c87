/** Figures, what they are to reach, and the files they are kept in. */
@NullMarked
package io.keystile.bench.result;

import org.jspecify.annotations.NullMarked;
