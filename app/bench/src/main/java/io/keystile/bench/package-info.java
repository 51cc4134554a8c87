/** Measures everything there is to measure, and writes it down. */
@NullMarked
package io.keystile.bench;

import org.jspecify.annotations.NullMarked;
