/** {@code keystile console}: help for those who cannot sign in. */
@NullMarked
package io.keystile.app.console.command;

import org.jspecify.annotations.NullMarked;
