/** Compile-time checks: what {@code @ApiKeyProtected} would silently not protect is refused. */
@NullMarked
package io.keystile.auth.processor;

import org.jspecify.annotations.NullMarked;
