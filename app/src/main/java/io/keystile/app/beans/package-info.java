/** Where the program's beans come from, and which of them a command has. */
@NullMarked
package io.keystile.app.beans;

import org.jspecify.annotations.NullMarked;
