/** Key text as a type: format, generator, digest and pepper. The secret never prints itself. */
@NullMarked
package io.keystile.auth.secret;

import org.jspecify.annotations.NullMarked;
