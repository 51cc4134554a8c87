/** How often: rate limits, quotas, and the defence against guessing. */
@NullMarked
package io.keystile.auth.limit;

import org.jspecify.annotations.NullMarked;
