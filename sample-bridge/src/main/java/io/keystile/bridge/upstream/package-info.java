/**
 * The backend that passes requests on to an OpenAI-compatible server elsewhere: bytes up, bytes
 * down, frame by frame. What may travel is listed; everything else stays behind.
 */
@NullMarked
package io.keystile.bridge.upstream;

import org.jspecify.annotations.NullMarked;
