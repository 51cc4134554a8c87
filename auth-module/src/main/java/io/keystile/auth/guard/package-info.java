/** What a route or method requires, who calls, and the decision. */
@NullMarked
package io.keystile.auth.guard;

import org.jspecify.annotations.NullMarked;
