/** Tests of the script that builds and runs the program. */
@NullMarked
package io.keystile.app.launcher;

import org.jspecify.annotations.NullMarked;
