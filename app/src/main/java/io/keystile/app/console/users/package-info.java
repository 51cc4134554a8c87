/** Who may use the console, and as what. */
@NullMarked
package io.keystile.app.console.users;

import org.jspecify.annotations.NullMarked;
