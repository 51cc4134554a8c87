/** The bare server with the library in it, and the keys it knows. */
@NullMarked
package io.keystile.bench.guarded;

import org.jspecify.annotations.NullMarked;
