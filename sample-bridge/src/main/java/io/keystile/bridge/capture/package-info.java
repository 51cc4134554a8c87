/**
 * Writes down what goes over the wire, for finding faults: off unless a file is named. Keys are
 * taken out; a caller is told by the id and name of its key.
 */
@NullMarked
package io.keystile.bridge.capture;

import org.jspecify.annotations.NullMarked;
