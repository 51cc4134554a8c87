/** Tests of how the program writes its log. */
@NullMarked
package io.keystile.app.log;

import org.jspecify.annotations.NullMarked;
