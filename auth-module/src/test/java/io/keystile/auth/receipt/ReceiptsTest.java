package io.keystile.auth.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.ulid.Ulid;
import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.CountingStore;
import io.keystile.auth.LimitState;
import io.keystile.auth.LogLines;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.policy.Judged;
import io.keystile.auth.policy.Told;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {

  private static final ClientIp HERE = ClientIp.parse("203.0.113.7");
  private static final ClientIp PROXY = ClientIp.parse("10.0.0.1");
  private static final ApiKeyId KEY = new ApiKeyId("key_a");

  @TempDir static Path folder;
  private static TestStore store;

  @BeforeAll
  static void open() {
    store = process(Map.of("keystile.receipts.max", "250"));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    store.clock().set(TestClock.START);
    receipts().flush();
    TestStore.execute(file(), "DELETE FROM keystile_receipt");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 201})
  void refusesASizeOutOfRange(int size) {
    assertThrows(
        IllegalArgumentException.class, () -> receipts().page(ReceiptFilter.ALL, null, size));
  }

  @Test
  void findsARefusalAtOnceAndTheSameOnceItIsWritten() {
    add("rcpt_1", Verdict.Rejected.of(Reason.IP_NOT_ALLOWED, KEY));
    Receipt before = receipts().find("rcpt_1").orElseThrow();
    receipts().flush();
    assertEquals(before, receipts().find("rcpt_1").orElseThrow());
    assertEquals("ip_not_allowed", before.reason());
    assertEquals(403, before.status());
    assertEquals("Access denied from this IP address", before.message());
    assertEquals(KEY, before.keyId());
    assertEquals(TestClock.START, before.at());
    assertEquals(HERE.toString(), before.address());
    assertEquals(PROXY.toString(), before.peer());
    assertEquals("req_rcpt_1", before.requestId());
    assertTrue(receipts().find("rcpt_2").isEmpty());
  }

  @Test
  void namesThePeerOnlyWhereItIsSomebodyElse() {
    receipts().add(call("rcpt_1", Verdict.Rejected.of(Reason.INVALID_API_KEY), HERE, HERE));
    receipts().add(call("rcpt_2", Verdict.Rejected.of(Reason.INVALID_API_KEY), null, HERE));
    assertEquals(null, receipts().find("rcpt_1").orElseThrow().peer());
    assertEquals(HERE.toString(), receipts().find("rcpt_2").orElseThrow().peer());
    assertEquals(null, receipts().find("rcpt_2").orElseThrow().address());
  }

  @Test
  void isSeenByAnotherProcessOnceItIsWritten() {
    add("rcpt_1", Verdict.Rejected.of(Reason.INVALID_API_KEY));
    try (TestStore other = process(Map.of())) {
      assertTrue(other.bean(Receipts.class).find("rcpt_1").isEmpty());
      receipts().flush();
      assertTrue(other.bean(Receipts.class).find("rcpt_1").isPresent());
      add("rcpt_2", Verdict.Rejected.of(Reason.INVALID_API_KEY));
    }
    assertEquals(2, receipts().page(ReceiptFilter.ALL, null, 10).items().size());
  }

  @Test
  void tellsWhatEveryCheckSaidAboutTheKeyAsItStood() {
    Verdict.Rejected late =
        Verdict.Rejected.of(Reason.EXPIRED_API_KEY, KEY)
            .withEvidence(new Judged(expired(), new Call(2000, HERE, List.of())));
    add("rcpt_1", late);
    List<CheckOutcome> checks = receipts().find("rcpt_1").orElseThrow().checks();
    assertTrue(checks.size() > 5);
    assertEquals(
        List.of("expiry"),
        checks.stream().filter(check -> !check.passed()).map(CheckOutcome::check).toList());
  }

  @Test
  void tellsWhatWasLeftOfLimits() {
    LimitState.Left left = new LimitState.Left("1h", 3, 3600, 0, 60);
    Verdict.Rejected refusal =
        new Verdict.Rejected(
            Reason.RATE_LIMIT_EXCEEDED,
            "Rate limit exceeded",
            KEY,
            List.of(),
            Duration.ofSeconds(60),
            new LimitState(List.of(left)),
            new Judged(expired(), new Call(500, HERE, List.of())));
    add("rcpt_1", refusal);
    List<CheckOutcome> checks = receipts().find("rcpt_1").orElseThrow().checks();
    assertEquals(
        new CheckOutcome(
            "limits", false, "Rate limit exceeded", "1h: 0 of 3 left; passes again after 60000 ms"),
        checks.get(checks.size() - 1));
  }

  @Test
  void repeatsWhatIsSaidAlready() {
    List<CheckOutcome> said = List.of(new CheckOutcome("format", false, "Cut off.", null));
    add("rcpt_1", Verdict.Rejected.of(Reason.INVALID_API_KEY).withEvidence(new Told(said)));
    add("rcpt_2", Verdict.Rejected.of(Reason.MISSING_AUTHORIZATION));
    assertEquals(said, receipts().find("rcpt_1").orElseThrow().checks());
    assertEquals(
        List.of(new CheckOutcome("request", false, Reason.MISSING_AUTHORIZATION.message(), null)),
        receipts().find("rcpt_2").orElseThrow().checks());
  }

  @Test
  void listsThoseOfATime() {
    Instant hour = TestClock.START.plus(Duration.ofHours(1));
    addAt(hour.minusMillis(1));
    String late = addAt(hour);
    assertEquals(List.of(late), ids(new ReceiptFilter(null, null, null, hour)));
    assertEquals(2, ids(new ReceiptFilter(null, null, null, Instant.EPOCH)).size());
    assertEquals(List.of(), ids(new ReceiptFilter(null, null, null, hour.plusMillis(1))));
  }

  @Test
  void listsTheNewestFirstAndFilters() {
    add("rcpt_1", Verdict.Rejected.of(Reason.IP_NOT_ALLOWED, KEY));
    add("rcpt_2", Verdict.Rejected.of(Reason.INVALID_API_KEY));
    receipts().add(call("rcpt_3", Verdict.Rejected.of(Reason.EXPIRED_API_KEY, KEY), PROXY, PROXY));
    assertEquals(List.of("rcpt_3", "rcpt_2", "rcpt_1"), ids(ReceiptFilter.ALL));
    assertEquals(List.of("rcpt_3", "rcpt_1"), ids(new ReceiptFilter(KEY, null, null)));
    assertEquals(List.of("rcpt_2"), ids(new ReceiptFilter(null, "invalid_api_key", null)));
    assertEquals(List.of("rcpt_3"), ids(new ReceiptFilter(null, null, PROXY)));
    assertEquals(List.of(), ids(new ReceiptFilter(KEY, "invalid_api_key", null)));
    assertEquals(List.of("rcpt_3"), ids(new ReceiptFilter(KEY, null, PROXY)));
    assertEquals(List.of("rcpt_3"), ids(new ReceiptFilter(null, "expired_api_key", PROXY)));
    ReceiptPage first = receipts().page(ReceiptFilter.ALL, null, 2);
    ReceiptPage second = receipts().page(ReceiptFilter.ALL, first.nextCursor(), 2);
    assertEquals("rcpt_1", second.items().get(0).id());
    assertEquals(null, second.nextCursor());
  }

  @Test
  void keepsTheNewestUpToTheirNumber() {
    for (int i = 0; i < 700; i++) {
      add("rcpt_%04d".formatted(i), Verdict.Rejected.of(Reason.INVALID_API_KEY));
    }
    receipts().flush();
    assertTrue(receipts().find("rcpt_0449").isEmpty());
    assertTrue(receipts().find("rcpt_0450").isPresent());
    assertTrue(receipts().find("rcpt_0699").isPresent());
  }

  @Test
  void keepsThemUpToTheirAge() throws SQLException {
    add("rcpt_1", Verdict.Rejected.of(Reason.INVALID_API_KEY));
    receipts().flush();
    store.clock().advance(Duration.ofDays(7));
    assertTrue(receipts().find("rcpt_1").isPresent());
    assertFalse(receipts().prune());
    assertEquals(1, rows());
    store.clock().advance(Duration.ofMillis(1));
    assertTrue(receipts().find("rcpt_1").isEmpty());
    assertEquals(List.of(), ids(ReceiptFilter.ALL));
    assertFalse(receipts().prune());
    assertEquals(0, rows());
  }

  @Test
  void keepsNoneWhereNoneAreWanted() {
    try (TestStore none = process(Map.of("keystile.receipts.max", "0"))) {
      none.bean(Receipts.class)
          .add(call("rcpt_1", Verdict.Rejected.of(Reason.INVALID_API_KEY), HERE, HERE));
      assertTrue(none.bean(Receipts.class).find("rcpt_1").isEmpty());
    }
  }

  @Test
  void goesOnWhileTheStoreIsGoneAndSaysSoOnce() throws InterruptedException {
    add("rcpt_1", Verdict.Rejected.of(Reason.INVALID_API_KEY));
    store.bean(CountingStore.class).setGone(true);
    try (LogLines log = LogLines.of(Receipts.class)) {
      receipts().flush();
      add("rcpt_2", Verdict.Rejected.of(Reason.INVALID_API_KEY));
      receipts().flush();
      assertTrue(log.next().startsWith("Receipts cannot be written"));
      assertTrue(log.isEmpty());
    } finally {
      store.bean(CountingStore.class).setGone(false);
    }
    assertEquals(List.of("rcpt_2", "rcpt_1"), ids(ReceiptFilter.ALL));
  }

  @Test
  void saysHowManyCameTooFast() throws InterruptedException {
    try (LogLines log = LogLines.of(Receipts.class)) {
      for (int i = 0; i < 1003; i++) {
        add("rcpt_%04d".formatted(i), Verdict.Rejected.of(Reason.INVALID_API_KEY));
      }
      receipts().flush();
      assertEquals("3 refusals came too fast for a receipt of their own", log.next());
    }
  }

  private static StoredKey expired() {
    ApiKey key = new ApiKey(KEY, "k", "ks_…aaaa", null, Scopes.ALL, Map.of());
    return StoredKey.of(key, 1, StoredKey.Standing.ALWAYS, 1000, StoredKey.Rules.NONE);
  }

  private static void add(String id, Verdict.Rejected verdict) {
    receipts().add(call(id, verdict, HERE, PROXY));
  }

  private static String addAt(Instant at) {
    store.clock().set(at);
    String id = "rcpt_" + Ulid.min(at.toEpochMilli());
    add(id, Verdict.Rejected.of(Reason.INVALID_API_KEY));
    return id;
  }

  private static RefusedCall call(
      String id, Verdict.Rejected verdict, @Nullable ClientIp address, ClientIp peer) {
    return new RefusedCall(
        id, store.clock().millis(), verdict, "GET", "/x/{id}", address, peer, "req_" + id);
  }

  private static List<String> ids(ReceiptFilter filter) {
    return receipts().page(filter, null, 200).items().stream().map(Receipt::id).toList();
  }

  private static Receipts receipts() {
    return store.bean(Receipts.class);
  }

  private static int rows() throws SQLException {
    return TestStore.query(file(), "SELECT id FROM keystile_receipt").size();
  }

  private static TestStore process(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("keystile.usage.flush-interval", "1h");
    all.put("spec.counting", true);
    return TestStore.open(file(), all);
  }

  private static Path file() {
    return folder.resolve("keys.db");
  }
}
