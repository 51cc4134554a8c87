/** Each rule against the real compiler. */
@NullMarked
package io.keystile.auth.processor;

import org.jspecify.annotations.NullMarked;
