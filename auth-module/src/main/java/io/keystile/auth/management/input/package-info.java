/**
 * Strict reading of what a caller sends: every fault is found and pointed at, none is guessed away.
 * Knows nothing of HTTP or of keys.
 */
@NullMarked
package io.keystile.auth.management.input;

import org.jspecify.annotations.NullMarked;
