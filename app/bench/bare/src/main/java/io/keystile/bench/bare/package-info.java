/** The server to compare with: one small answer, no keys. */
@NullMarked
package io.keystile.bench.bare;

import org.jspecify.annotations.NullMarked;
