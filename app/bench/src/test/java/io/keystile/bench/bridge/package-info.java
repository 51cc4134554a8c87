/** Tests of the callers and the model server. */
@NullMarked
package io.keystile.bench.bridge;

import org.jspecify.annotations.NullMarked;
