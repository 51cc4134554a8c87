/**
 * Keeps keys out of sight: takes them out of text, of what Logback writes, and tells scanners how
 * they look.
 */
@NullMarked
package io.keystile.auth.redact;

import org.jspecify.annotations.NullMarked;
