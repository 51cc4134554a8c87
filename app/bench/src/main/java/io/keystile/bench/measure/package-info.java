/** Load, the time it takes, and what the machine did meanwhile. */
@NullMarked
package io.keystile.bench.measure;

import org.jspecify.annotations.NullMarked;
