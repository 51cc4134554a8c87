/** Tests of the commands on keys. */
@NullMarked
package io.keystile.app.keys;

import org.jspecify.annotations.NullMarked;
