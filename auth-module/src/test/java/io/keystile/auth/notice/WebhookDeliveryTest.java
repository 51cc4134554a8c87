package io.keystile.auth.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.store.StoreTransactions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDeliveryTest {

  private static final String SECRET = "a secret for tests, 32 characters";

  @TempDir static Path folder;
  private static Receiver receiver;
  private static TestStore store;
  private Instant start = Instant.EPOCH;

  @BeforeAll
  static void open() throws IOException {
    receiver = new Receiver();
    store = process();
  }

  @AfterAll
  static void close() {
    store.close();
    receiver.close();
  }

  @BeforeEach
  void forget() throws SQLException {
    TestStore.execute(folder.resolve("keys.db"), "DELETE FROM keystile_outbox");
    store.bean(Heard.class).take();
    start = store.clock().instant();
  }

  @Test
  void tellsANoticeWithItsSignature() throws InterruptedException {
    IssuedKey key =
        store
            .keys()
            .issue(KeySettings.named("k").validBetween(null, start.plus(Duration.ofDays(40))));
    drain();
    store.clock().advance(Duration.ofDays(35));
    store.bean(KeyScan.class).run();
    store.bean(WebhookDelivery.class).deliver();
    Receiver.Call call = receiver.next();
    KeyNotice notice = store.bean(Heard.class).take().get(0);
    assertEquals("/hook?team=a", call.path());
    assertEquals(notice.id(), call.id());
    assertEquals(
        "{\"id\":\""
            + notice.id()
            + "\",\"type\":\"key.expiring\",\"createdAt\":\""
            + notice.at()
            + "\","
            + "\"data\":{\"key\":{\"id\":\""
            + key.key().id()
            + "\",\"name\":\"k\",\"hint\":\""
            + key.key().hint()
            + "\",\"owner\":null},\"expiresAt\":\""
            + start.plus(Duration.ofDays(40))
            + "\",\"days\":7}}",
        call.body());
    assertEquals(
        store.bean(WebhookSecret.class).sign(store.clock().instant().getEpochSecond(), call.body()),
        call.signature());
    assertFalse(call.body().contains(key.secret().exposeText()));
    assertEquals(0, waiting());
  }

  @Test
  void tellsTheLifeOfAKeyInItsOrder() throws InterruptedException {
    IssuedKey key = store.issue("k");
    store.keys().disable(key.key().id());
    store.keys().enable(key.key().id());
    store.bean(KeyRotation.class).rotate(key.key().id(), Duration.ZERO);
    store.keys().delete(key.key().id());
    assertEquals(5, waiting(), "kept before anybody is told");
    store.bean(WebhookDelivery.class).deliver();
    for (String type : List.of("issued", "revoked", "enabled", "rotated", "revoked")) {
      String body = receiver.next().body();
      assertTrue(body.contains("\"type\":\"key." + type + "\""), body);
      assertTrue(body.contains(key.key().id().value()), body);
      assertFalse(body.contains(key.secret().exposeText()), body);
    }
  }

  @Test
  void triesAgainLaterAlsoAfterARestart() throws InterruptedException {
    add("evt_1");
    receiver.answerWith(500);
    receiver.answerWith(503);
    store.bean(WebhookDelivery.class).deliver();
    Receiver.Call first = receiver.next();
    store.bean(WebhookDelivery.class).deliver();
    assertTrue(receiver.isEmpty(), "not at once");
    store.clock().advance(Duration.ofSeconds(36));
    store.bean(WebhookDelivery.class).deliver();
    assertEquals(first.body(), receiver.next().body());
    Instant now = store.clock().instant();
    store.close();
    store = process();
    store.clock().set(now.plus(Duration.ofMinutes(5)));
    store.bean(WebhookDelivery.class).deliver();
    assertEquals("evt_1", receiver.next().id());
    assertEquals(0, waiting());
  }

  @Test
  void takesOverFromAProcessThatEndedOnTheWay() throws InterruptedException {
    add("evt_1");
    Outbox outbox = store.bean(Outbox.class);
    OutboxRow row = outbox.due().get(0);
    assertTrue(outbox.claim(row));
    assertFalse(outbox.claim(row), "once only");
    store.bean(WebhookDelivery.class).deliver();
    assertTrue(receiver.isEmpty());
    store.clock().advance(Outbox.CLAIMED);
    store.bean(WebhookDelivery.class).deliver();
    assertEquals("evt_1", receiver.next().id());
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 400, 410})
  void takesNoOtherAnswerForHeardAndFollowsNoRedirect(int status) throws InterruptedException {
    add("evt_1");
    receiver.answerWith(status);
    store.bean(WebhookDelivery.class).deliver();
    assertEquals("/hook?team=a", receiver.next().path());
    assertTrue(receiver.isEmpty());
    assertEquals(1, waiting());
  }

  @Test
  void doesNotPressOnWhenTheReceiverDoesNotListen() throws InterruptedException {
    List.of("evt_1", "evt_2", "evt_3").forEach(this::add);
    receiver.answerWith(500);
    store.bean(WebhookDelivery.class).deliver();
    assertEquals("evt_1", receiver.next().id());
    assertTrue(receiver.isEmpty());
    store.bean(WebhookDelivery.class).deliver();
    assertEquals("evt_2", receiver.next().id());
    assertEquals("evt_3", receiver.next().id());
    assertEquals(1, waiting());
  }

  @Test
  void givesUpAfterDays() {
    add("evt_1");
    for (int i = 0; i < 100 && waiting() > 0; i++) {
      receiver.answerWith(500);
      store.clock().advance(Duration.ofHours(8));
      store.bean(WebhookDelivery.class).deliver();
    }
    assertEquals(0, waiting());
    assertTrue(store.clock().instant().isBefore(start.plus(Duration.ofDays(4))));
  }

  @Test
  void givesUpWhatIsTooOldWithoutATryWhileNobodyListens() throws InterruptedException {
    List.of("evt_1", "evt_2", "evt_3").forEach(this::add);
    store.clock().advance(Duration.ofDays(2));
    add("evt_4");
    store.clock().advance(Duration.ofDays(2));
    receiver.answerWith(500);
    store.bean(WebhookDelivery.class).deliver();
    assertEquals("evt_1", receiver.next().id());
    assertTrue(receiver.isEmpty());
    assertEquals(1, waiting());
    store.bean(WebhookDelivery.class).deliver();
    assertEquals("evt_4", receiver.next().id());
  }

  @Test
  void triesWhatIsTooOldOnceWhenTheProcessWasAway() throws InterruptedException {
    List.of("evt_1", "evt_2").forEach(this::add);
    store.clock().advance(Duration.ofDays(9));
    store.bean(WebhookDelivery.class).deliver();
    assertEquals("evt_1", receiver.next().id());
    assertEquals("evt_2", receiver.next().id());
  }

  @Test
  void waitsLongerEachTimeUpToHours() {
    assertWait(24, 36, WebhookDelivery.waitAfter(1));
    assertWait(48, 72, WebhookDelivery.waitAfter(2));
    assertWait(6 * 3600 * 0.8, 6 * 3600 * 1.2, WebhookDelivery.waitAfter(60));
  }

  private static void assertWait(double least, double most, Duration wait) {
    double seconds = wait.toMillis() / 1000.0;
    assertTrue(seconds >= least && seconds <= most, () -> "waits " + seconds);
  }

  private void add(String id) {
    WebhookEvent event =
        new WebhookEvent(id, "key.unused", start, Map.of("unusedSince", "long ago"));
    store
        .bean(StoreTransactions.class)
        .write(
            "a test",
            () -> {
              store.bean(Outbox.class).add(event);
              return id;
            });
  }

  private void drain() throws InterruptedException {
    store.bean(WebhookDelivery.class).deliver();
    while (!receiver.isEmpty()) {
      receiver.next();
    }
  }

  private long waiting() {
    return store.bean(OutboxRepository.class).count();
  }

  private static TestStore process() {
    return TestStore.open(
        folder.resolve("keys.db"),
        Map.of(
            "spec.name",
            Heard.SPEC,
            "keystile.webhook.url",
            receiver.url(),
            "keystile.webhook.secret",
            SECRET,
            "keystile.webhook.allow-private",
            true));
  }
}
