/** The bridge to a model server, against nginx in its place. */
@NullMarked
package io.keystile.bench.bridge;

import org.jspecify.annotations.NullMarked;
