package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.TestStore;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.KeySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastAddressesTest {

  @TempDir static Path folder;
  private static TestStore store;

  private ApiKeyId key = new ApiKeyId("key_none");

  @BeforeAll
  static void open() {
    store =
        TestStore.open(folder.resolve("keys.db"), Map.of("keystile.usage.flush-interval", "1h"));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void issue() {
    key = store.keys().issue(KeySettings.named("moving")).key().id();
  }

  @Test
  void knowsNoneOfAKeyThatWasNotUsedOrFromNowhereKnown() {
    assertEquals(List.of(), addresses());
    store.bean(KeyUses.class).of(key, 1).record(store.clock().millis(), null);
    store.bean(KeyUses.class).flush();
    assertEquals(List.of(), addresses());
  }

  @Test
  void tellsEachAddressOnceTheLatestFirst() {
    used(1, "10.0.0.1");
    used(1, "10.0.0.2");
    used(1, "10.0.0.2");
    used(1, "10.0.0.1");
    used(1, "2001:db8::1");
    assertEquals(List.of("2001:db8::1", "10.0.0.1", "10.0.0.2"), addresses());
    assertEquals(store.clock().instant(), history().lastAddressesOf(key).get(0).lastAt());
  }

  @Test
  void tellsThoseOfEverySecret() {
    used(1, "10.0.0.1");
    used(2, "10.0.0.2");
    used(1, "10.0.0.1");
    assertEquals(List.of("10.0.0.1", "10.0.0.2"), addresses());
  }

  @Test
  void keepsTheLatestOfMany() {
    for (int i = 1; i <= 30; i++) {
      used(1, "10.0.0." + i);
    }
    List<String> kept = addresses();
    assertEquals(UsageHistory.MAX_ADDRESSES, kept.size());
    assertEquals("10.0.0.30", kept.get(0));
    assertEquals("10.0.0.11", kept.get(19));
  }

  @Test
  void forgetsThemWithTheKey() {
    used(1, "10.0.0.1");
    used(1, "10.0.0.2");
    store.keys().delete(key);
    assertEquals(List.of(), addresses());
  }

  private void used(int generation, String from) {
    store.clock().advance(Duration.ofSeconds(1));
    KeyUses uses = store.bean(KeyUses.class);
    uses.of(key, generation).record(store.clock().millis(), ClientIp.parse(from));
    uses.flush();
  }

  private List<String> addresses() {
    return history().lastAddressesOf(key).stream().map(AddressUse::address).toList();
  }

  private static UsageHistory history() {
    return store.bean(UsageHistory.class);
  }
}
