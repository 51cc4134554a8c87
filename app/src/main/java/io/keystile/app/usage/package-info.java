/** {@code keystile usage}: what became of calls. */
@NullMarked
package io.keystile.app.usage;

import org.jspecify.annotations.NullMarked;
