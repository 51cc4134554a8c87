/** What is measured, one class for each comparison. */
@NullMarked
package io.keystile.bench.suite;

import org.jspecify.annotations.NullMarked;
