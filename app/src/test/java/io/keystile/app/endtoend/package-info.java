/** Tests of the built program, as a process of its own. */
@NullMarked
package io.keystile.app.endtoend;

import org.jspecify.annotations.NullMarked;
