/** Keys under the names that older systems used for them. */
@NullMarked
package io.keystile.app.older;

import org.jspecify.annotations.NullMarked;
