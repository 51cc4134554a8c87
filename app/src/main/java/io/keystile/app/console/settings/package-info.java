/** The settings of the server: what is in force, where it comes from, and changing it. */
@NullMarked
package io.keystile.app.console.settings;

import org.jspecify.annotations.NullMarked;
