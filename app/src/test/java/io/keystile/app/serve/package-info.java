/** Tests of the server. */
@NullMarked
package io.keystile.app.serve;

import org.jspecify.annotations.NullMarked;
