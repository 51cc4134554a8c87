package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.keystile.app.console.ConsoleServer;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.management.KeyUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyAdviceTest {

  private static final Duration LONGER = Duration.ofDays(91);

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static ApiKeys keys;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
    keys = server.bean(ApiKeys.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isSilentOnAYoungKey() {
    ManagedKey key = keys.issue(KeySettings.named("young")).key();
    assertNull(KeyAdvice.on(key, used(null), key.createdAt().plus(Duration.ofDays(90))));
  }

  @Test
  void wantsAnUnusedKeyDeleted() {
    ManagedKey key = keys.issue(KeySettings.named("unused")).key();
    Instant later = key.createdAt().plus(LONGER);
    assertEquals(KeyAdvice.DELETE, KeyAdvice.on(key, used(null), later));
    assertEquals(KeyAdvice.DELETE, KeyAdvice.on(key, used(key.createdAt()), later));
  }

  @Test
  void wantsAnOldKeyThatIsUsedRotated() {
    ManagedKey key = keys.issue(KeySettings.named("old")).key();
    Instant later = key.createdAt().plus(LONGER);
    assertEquals(KeyAdvice.ROTATE, KeyAdvice.on(key, used(later), later));
    ManagedKey off = keys.disable(key.id());
    assertNull(KeyAdvice.on(off, used(later), later));
  }

  @Test
  void isSilentOnAKeyThatIsOver() {
    Instant end = Instant.now().plus(Duration.ofDays(1));
    ManagedKey key = keys.issue(KeySettings.named("over").validBetween(null, end)).key();
    assertNull(KeyAdvice.on(key, used(null), end.plus(LONGER)));
  }

  private static KeyUsage used(@Nullable Instant last) {
    return new KeyUsage(last == null ? 0 : 1, last, null);
  }
}
