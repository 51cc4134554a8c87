/**
 * An OpenAI-compatible API whose controllers are guarded by API keys. The controllers hand each
 * request to the one {@link io.keystile.bridge.Backend} that is configured.
 */
@NullMarked
package io.keystile.bridge;

import org.jspecify.annotations.NullMarked;
