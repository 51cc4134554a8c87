/** Keys as they are managed: issuing, listing, changing, importing, deleting. */
@NullMarked
package io.keystile.auth.keys;

import org.jspecify.annotations.NullMarked;
