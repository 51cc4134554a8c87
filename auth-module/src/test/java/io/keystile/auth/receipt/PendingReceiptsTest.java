package io.keystile.auth.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PendingReceiptsTest {

  private final PendingReceipts pending = new PendingReceipts(4);

  @Test
  void keepsWhatAFloodWouldWashAway() {
    add("victim", "192.0.2.9", null);
    for (int i = 0; i < 1000; i++) {
      add("flood" + i, "203.0.113.7", null);
    }
    assertEquals(List.of("victim", "flood997", "flood998", "flood999"), ids());
    assertNotNull(pending.find("victim"));
    assertNull(pending.find("flood996"));
    assertEquals(997, pending.takeDropped());
    assertEquals(0, pending.takeDropped());
  }

  @Test
  void tellsOneKeyFromAnotherBehindOneAddress() {
    add("a", "203.0.113.7", new ApiKeyId("key_a"));
    for (int i = 0; i < 10; i++) {
      add("b" + i, "203.0.113.7", new ApiKeyId("key_b"));
    }
    assertNotNull(pending.find("a"));
  }

  @Test
  void takesANetworkOfIpv6ForOneAddress() {
    add("victim", "2001:db8:1::1", null);
    for (int i = 1; i < 100; i++) {
      add("flood" + i, "2001:db8:0:0:" + i + "::1", null);
    }
    assertNotNull(pending.find("victim"));
  }

  @Test
  void dropsTheOldestOfManyEqualKinds() {
    for (int i = 0; i < 10; i++) {
      add("r" + i, "203.0.113." + i, null);
    }
    assertEquals(4, ids().size());
    assertNotNull(pending.find("r9"));
  }

  @Test
  void keepsTheNewestOfAKindThatJustGaveWay() {
    for (int i = 0; i < 4; i++) {
      add("r" + i, "203.0.113." + i, null);
    }
    add("again", "203.0.113.0", null);
    assertEquals(List.of("r1", "r2", "r3", "again"), ids());
    for (int i = 0; i < 3; i++) {
      add("flood" + i, "203.0.113.0", null);
    }
    assertEquals(List.of("r2", "r3", "flood1", "flood2"), ids());
    pending.remove(pending.oldest(4));
    assertEquals(0, pending.size());
  }

  @Test
  void forgetsWhatWasWrittenAndHasRoomAgain() {
    add("a", "203.0.113.7", null);
    add("b", "203.0.113.7", null);
    pending.remove(pending.oldest(1));
    pending.remove(List.of());
    assertEquals(List.of("b"), ids());
    add("c", "203.0.113.7", null);
    add("d", "203.0.113.7", null);
    add("e", "203.0.113.7", null);
    assertEquals(0, pending.takeDropped());
  }

  @Test
  void staysQuickInAFloodFromEverywhere() {
    PendingReceipts large = new PendingReceipts(1000);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 50_000; i++) {
            large.add(call("r" + i, "203.0." + i / 256 % 256 + "." + i % 256, null));
          }
        });
    assertEquals(1000, large.oldest(2000).size());
  }

  private void add(String id, String address, @Nullable ApiKeyId key) {
    pending.add(call(id, address, key));
  }

  private List<String> ids() {
    return pending.oldest(100).stream().map(RefusedCall::id).toList();
  }

  private static RefusedCall call(String id, String address, @Nullable ApiKeyId key) {
    Verdict.Rejected verdict = Verdict.Rejected.of(Reason.INVALID_API_KEY, key);
    return new RefusedCall(id, 0, verdict, "GET", "/x", ClientIp.parse(address), null, "req_1");
  }
}
