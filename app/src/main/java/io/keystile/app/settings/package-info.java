/** The commands that look at a whole installation: its settings and its routes. */
@NullMarked
package io.keystile.app.settings;

import org.jspecify.annotations.NullMarked;
