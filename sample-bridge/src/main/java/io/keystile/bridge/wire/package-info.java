/**
 * The JSON of the OpenAI API as values, named as its reference names them. No HTTP, no framework
 * beyond the mapping to JSON.
 */
@NullMarked
package io.keystile.bridge.wire;

import org.jspecify.annotations.NullMarked;
