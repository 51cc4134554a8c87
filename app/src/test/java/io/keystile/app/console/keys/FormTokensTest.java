package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.keystile.app.console.keys.FormTokens.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormTokensTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2027-01-31T09:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final FormTokens tokens = new FormTokens(clock);

  @Test
  void knowsNothingOfTokensMadeUp() {
    assertEquals(Use.UNKNOWN, tokens.use("ada", ""));
    assertEquals(Use.UNKNOWN, tokens.use("ada", "x"));
  }

  @Test
  void countsForTheUserOnly() {
    String token = tokens.issue("ada");
    assertEquals(Use.UNKNOWN, tokens.use("eve", token));
    assertEquals(Use.FIRST, tokens.use("ada", token));
    assertEquals(Use.UNKNOWN, tokens.use("eve", token));
  }

  @Test
  void tellsTheFirstSendingFromOthers() {
    String token = tokens.issue("ada");
    assertNotEquals(token, tokens.issue("ada"));
    assertEquals(Use.FIRST, tokens.use("ada", token));
    assertEquals(Use.AGAIN, tokens.use("ada", token));
    assertEquals(Use.AGAIN, tokens.use("ada", token));
  }

  @Test
  void forgetsOldForms() {
    String token = tokens.issue("ada");
    now.updateAndGet(then -> then.plus(Duration.ofHours(12)));
    assertEquals(Use.UNKNOWN, tokens.use("ada", token));
  }

  @Test
  void hasOneFirstAmongManyAtOnce() throws Exception {
    String token = tokens.issue("ada");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Use> use = () -> tokens.use("ada", token);
      List<Future<Use>> uses = threads.invokeAll(Stream.generate(() -> use).limit(50).toList());
      int first = 0;
      for (Future<Use> one : uses) {
        first += one.get() == Use.FIRST ? 1 : 0;
      }
      assertEquals(1, first);
    } finally {
      threads.shutdownNow();
    }
  }
}
