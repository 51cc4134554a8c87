package io.keystile.auth.notice;

import io.keystile.auth.keys.KeyChanged;
import io.keystile.auth.keys.KeyEnabled;
import io.keystile.auth.keys.KeyEvent;
import io.keystile.auth.keys.KeyEventJournal;
import io.keystile.auth.keys.KeyIssued;
import io.keystile.auth.keys.KeyRevoked;
import io.keystile.auth.keys.KeyRotated;
import io.keystile.auth.keys.ManagedKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the life of keys for the webhook. */
@Singleton
final class KeyEventOutbox implements KeyEventJournal {

  private final Outbox outbox;
  private final Clock clock;

  KeyEventOutbox(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void keep(KeyEvent event) {
    outbox.add(new WebhookEvent(KeyScan.newId(), type(event), clock.instant(), data(event)));
  }

  private static String type(KeyEvent event) {
    if (event instanceof KeyIssued) {
      return "key.issued";
    }
    if (event instanceof KeyChanged) {
      return "key.changed";
    }
    if (event instanceof KeyRotated) {
      return "key.rotated";
    }
    return event instanceof KeyEnabled ? "key.enabled" : "key.revoked";
  }

  private static Map<String, @Nullable Object> data(KeyEvent event) {
    ManagedKey key = event.key();
    @Nullable Instant end = key.expiresAt();
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put(
        "key",
        NoticeBody.key(new NoticedKey(key.id(), key.name(), key.hint(), key.settings().owner())));
    data.put("expiresAt", end == null ? null : end.toString());
    if (event instanceof KeyRevoked revoked) {
      data.put("deleted", revoked.deleted());
    }
    return data;
  }
}
