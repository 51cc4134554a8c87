/** The chained log of changes: who did what to what, and that nobody rewrote it since. */
@NullMarked
package io.keystile.auth.audit;

import org.jspecify.annotations.NullMarked;
