/** Every failure as an OpenAI-shaped answer that gives away nothing of the inside. */
@NullMarked
package io.keystile.bridge.error;

import org.jspecify.annotations.NullMarked;
