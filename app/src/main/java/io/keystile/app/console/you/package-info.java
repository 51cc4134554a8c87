/** Everybody's own account: password and sessions. */
@NullMarked
package io.keystile.app.console.you;

import org.jspecify.annotations.NullMarked;
