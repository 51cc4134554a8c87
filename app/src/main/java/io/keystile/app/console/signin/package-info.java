/** The way in and out. */
@NullMarked
package io.keystile.app.console.signin;

import org.jspecify.annotations.NullMarked;
