/** Tests of the parts that commands share. */
@NullMarked
package io.keystile.app.cli;

import org.jspecify.annotations.NullMarked;
