/** Keeps keys out of log output. */
@NullMarked
package io.keystile.auth.redact;

import org.jspecify.annotations.NullMarked;
