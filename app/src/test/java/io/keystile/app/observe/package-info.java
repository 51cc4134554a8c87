/** Tests of what the server tells about itself. */
@NullMarked
package io.keystile.app.observe;

import org.jspecify.annotations.NullMarked;
