/** The server: how it starts, hands out the first key, limits its callers and stops. */
@NullMarked
package io.keystile.app.serve;

import org.jspecify.annotations.NullMarked;
