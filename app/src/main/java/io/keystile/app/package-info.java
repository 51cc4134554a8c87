/** The program that people run: its entry, its root command, and what a failure looks like. */
@NullMarked
package io.keystile.app;

import org.jspecify.annotations.NullMarked;
