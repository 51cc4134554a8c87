/** The vocabulary: keys, scopes, reasons and verdicts as immutable values. JDK only. */
@NullMarked
package io.keystile.auth;

import org.jspecify.annotations.NullMarked;
