/** What can be decided about a key that was found: small checks in one documented order. */
@NullMarked
package io.keystile.auth.policy;

import org.jspecify.annotations.NullMarked;
