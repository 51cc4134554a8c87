package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.address.AddressEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedValuesTest {

  private static final KeySettings RULED =
      KeySettings.named("ruled")
          .withScopes(Scopes.of("chat:write", "models:read"))
          .during(List.of(AccessWindow.parse("Mon-Fri 08:00-18:00")))
          .from(addresses(10), List.of())
          .limitedTo(KeyLimits.parse(List.of("100/1h"), List.of("1000/day")));

  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void sharesWhatKeysHaveAlike() {
    StoredKey one = stored(RULED);
    StoredKey other = stored(RULED.renamed("other"));
    assertSame(one.key().scopes(), other.key().scopes());
    assertSame(one.addresses(), other.addresses());
    assertSame(one.windows(), other.windows());
    assertSame(one.limits(), other.limits());
  }

  @Test
  void keepsApartWhatDiffersInOneRule() {
    StoredKey one = stored(RULED);
    StoredKey other = stored(RULED.limitedTo(KeyLimits.parse(List.of("99/1h"), List.of())));
    assertEquals(List.of("100/1h"), one.limits().rateTexts());
    assertEquals(List.of("99/1h"), other.limits().rateTexts());
    assertEquals(List.of(), other.limits().quotaTexts());
    assertEquals(List.of(), stored(KeySettings.named("free")).windows());
  }

  @Test
  void followsAKeyWhoseScopesChange() {
    IssuedKey key = store.keys().issue(RULED);
    store.keys().change(key.key().id(), now -> now.withScopes(Scopes.of("chat:write")));
    assertEquals(Scopes.of("chat:write"), find(key).key().scopes());
  }

  @Test
  void keepsNoLongListForOthers() {
    KeySettings listed = RULED.from(addresses(200), List.of());
    StoredKey one = stored(listed);
    StoredKey other = stored(listed);
    assertNotSame(one.addresses(), other.addresses());
    assertEquals(one.addresses().toString(), other.addresses().toString());
  }

  private StoredKey stored(KeySettings settings) {
    return find(store.keys().issue(settings));
  }

  private StoredKey find(IssuedKey key) {
    return store.bean(StoredKeys.class).get(key.key().id());
  }

  private static List<AddressEntry> addresses(int count) {
    return IntStream.range(0, count).mapToObj(i -> AddressEntry.of("192.0.2." + i)).toList();
  }
}
