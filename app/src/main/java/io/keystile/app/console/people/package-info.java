/** The people of the console: their names, roles, passwords and sessions. */
@NullMarked
package io.keystile.app.console.people;

import org.jspecify.annotations.NullMarked;
