/** Text in, verdict out: cache, look-up and the way through the checks. */
@NullMarked
package io.keystile.auth.verify;

import org.jspecify.annotations.NullMarked;
