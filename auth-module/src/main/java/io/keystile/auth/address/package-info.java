/** IP addresses, ranges and lists as values: parsed strictly, looked up fast. */
@NullMarked
package io.keystile.auth.address;

import org.jspecify.annotations.NullMarked;
