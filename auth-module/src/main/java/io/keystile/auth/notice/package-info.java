/**
 * Tells operators what needs their attention: keys that are about to end, quotas that are nearly or
 * fully used, keys that nobody uses; as events, log lines and signed webhooks.
 */
@NullMarked
package io.keystile.auth.notice;

import org.jspecify.annotations.NullMarked;
