package io.keystile.auth.notice;

import io.keystile.auth.ApiKeyId;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * A key that was looked for, and the instant that matters, in milliseconds since the epoch: its
 * end, or its last use.
 */
@Introspected
record FoundKeyRow(String id, String name, String hint, @Nullable String owner, long instant) {

  NoticedKey key() {
    return new NoticedKey(new ApiKeyId(id), name, hint, owner);
  }
}
