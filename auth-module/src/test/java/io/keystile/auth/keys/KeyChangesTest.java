package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.policy.Call;
import io.keystile.auth.verify.KeyVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChangesTest {

  private static final AddressEntry HERE = AddressEntry.of("203.0.113.0/24");
  private static final AddressEntry OFF = new AddressEntry("203.0.113.7", false, "a note, \"so\"");

  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void open() {
    store = process(Map.of());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void changesEveryField() {
    IssuedKey key = store.issue("k");
    KeySettings everything = everything();
    ManagedKey changed = store.keys().change(key.key().id(), seen -> everything);
    assertEquals(everything, changed.settings());
    assertEquals(key.key().version() + 1, changed.version());
    assertEquals(key.key().hint(), changed.hint());
    assertEquals(key.key().createdAt(), changed.createdAt());
  }

  @Test
  void takesEveryFieldBackOut() {
    IssuedKey key = store.keys().issue(everything());
    KeySettings bare = KeySettings.named("bare").withScopes(Scopes.NONE);
    assertEquals(
        bare,
        store
            .keys()
            .change(key.key().id(), seen -> bare, Set.of(Confirmation.OPEN_ADDRESSES))
            .settings());
  }

  @Test
  void keepsEveryFieldOverARestart() {
    IssuedKey key = store.keys().issue(everything());
    store.close();
    store = process(Map.of());
    assertEquals(key.key(), store.keys().get(key.key().id()));
  }

  @Test
  void keepsTenThousandEntries() {
    List<AddressEntry> many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new AddressEntry("10.0." + i / 250 + "." + i % 250, i % 2 == 0, "n" + i))
            .toList();
    IssuedKey key = store.issue("k");
    store
        .keys()
        .change(
            key.key().id(),
            seen -> seen.from(many, List.of(HERE)),
            Set.of(Confirmation.OPEN_ADDRESSES));
    store.close();
    store = process(Map.of());
    assertEquals(many, store.keys().get(key.key().id()).settings().allow());
    assertEquals("accepted", verdict(key, "10.0.0.2"));
    assertEquals("ip_not_allowed", verdict(key, "10.0.0.1"));
  }

  @Test
  void isSeenByTheVeryNextCallOfACachedKey() {
    IssuedKey key = store.issue("k");
    assertEquals("accepted", verdict(key, "10.0.0.1"));
    store.keys().change(key.key().id(), seen -> seen.from(List.of(HERE), List.of()));
    assertEquals("ip_not_allowed", verdict(key, "10.0.0.1"));
    store
        .keys()
        .change(
            key.key().id(),
            seen -> seen.from(List.of(), List.of()),
            Set.of(Confirmation.OPEN_ADDRESSES));
    assertEquals("accepted", verdict(key, "10.0.0.1"));
  }

  @Test
  void ofTwoChangesAtOnceOneIsTold() {
    IssuedKey key = store.issue("k");
    ApiKeys keys = store.keys();
    assertThrows(
        ConflictException.class,
        () ->
            keys.change(
                key.key().id(),
                seen -> {
                  keys.change(key.key().id(), same -> same.renamed("first"));
                  return seen.renamed("second");
                }));
    assertEquals("first", keys.get(key.key().id()).name());
  }

  @Test
  void aKeyThatIsGoneMeanwhileIsNotChanged() {
    IssuedKey key = store.issue("k");
    ApiKeys keys = store.keys();
    assertThrows(
        KeyNotFoundException.class,
        () ->
            keys.change(
                key.key().id(),
                seen -> {
                  keys.delete(key.key().id());
                  return seen.renamed("second");
                }));
    assertEquals(0, keys.count());
  }

  @Test
  void takingTheLastEnabledEntryOutOfAnAllowListNeedsAConfirmation() {
    IssuedKey key = store.keys().issue(KeySettings.named("k").from(List.of(HERE, OFF), List.of()));
    AddressEntry here = new AddressEntry(HERE.address(), false, null);
    assertAsks(key, List.of());
    assertAsks(key, List.of(OFF));
    assertAsks(key, List.of(here, OFF));
    assertEquals(List.of(HERE, OFF), store.keys().get(key.key().id()).settings().allow());
    store
        .keys()
        .change(
            key.key().id(),
            seen -> seen.from(List.of(here), List.of()),
            Set.of(Confirmation.OPEN_ADDRESSES));
    assertEquals("accepted", verdict(key, "10.0.0.1"));
  }

  @Test
  void anAllowListThatLetsNobodyElseInNeedsNoConfirmation() {
    IssuedKey key =
        store.keys().issue(KeySettings.named("k").from(List.of(HERE, OFF), List.of(HERE)));
    ApiKeys keys = store.keys();
    keys.change(key.key().id(), seen -> seen.from(List.of(HERE), List.of()));
    keys.change(key.key().id(), seen -> seen.from(List.of(AddressEntry.of("::1")), List.of()));
    keys.change(key.key().id(), seen -> seen.renamed("other"));
    assertEquals("other", keys.get(key.key().id()).name());
  }

  @Test
  void refusesAnOwnerThatIsNotThere() {
    IssuedKey key = store.issue("k");
    assertThrows(
        AccountNotFoundException.class,
        () -> store.keys().change(key.key().id(), seen -> seen.ownedBy("nobody")));
    assertEquals(key.key(), store.keys().get(key.key().id()));
  }

  @Test
  void aKeyMadeWithoutAnEndGetsTheLongestLifeThatIsAllowed() {
    try (TestStore limited = process(Map.of("keystile.keys.max-lifetime", "30d"))) {
      Instant latest = limited.clock().instant().plus(Duration.ofDays(30));
      IssuedKey key = limited.issue("k");
      assertEquals(latest, key.key().expiresAt());
      ManagedKey reopened =
          limited.keys().change(key.key().id(), seen -> seen.validBetween(null, null));
      assertEquals(latest, reopened.expiresAt());
    }
  }

  @Test
  void aLaterEndThanIsAllowedIsRefusedAtFirstAndLater() {
    try (TestStore limited = process(Map.of("keystile.keys.max-lifetime", "30d"))) {
      Instant latest = limited.clock().instant().plus(Duration.ofDays(30));
      KeySettings late = KeySettings.named("k").validBetween(null, latest.plusMillis(1));
      assertThrows(IllegalArgumentException.class, () -> limited.keys().issue(late));
      IssuedKey key = limited.keys().issue(late.validBetween(null, latest));
      assertThrows(
          IllegalArgumentException.class,
          () -> limited.keys().change(key.key().id(), seen -> late));
      assertEquals(latest, limited.keys().get(key.key().id()).expiresAt());
    }
  }

  @Test
  void aLifetimeCountsFromTheCreationAndLeavesOtherChangesAlone() {
    IssuedKey older = store.issue("made before there was a maximum");
    try (TestStore limited = process(Map.of("keystile.keys.max-lifetime", "30d"))) {
      IssuedKey key = limited.issue("k");
      limited.clock().advance(Duration.ofDays(10));
      Instant again = limited.clock().instant().plus(Duration.ofDays(30));
      assertThrows(
          IllegalArgumentException.class,
          () -> limited.keys().change(key.key().id(), seen -> seen.validBetween(null, again)));
      ManagedKey renamed = limited.keys().change(older.key().id(), seen -> seen.renamed("renamed"));
      assertEquals("renamed", renamed.name());
      assertEquals(null, renamed.expiresAt());
    }
  }

  private void assertAsks(IssuedKey key, List<AddressEntry> allow) {
    ConflictException asked =
        assertThrows(
            ConflictException.class,
            () -> store.keys().change(key.key().id(), seen -> seen.from(allow, List.of())));
    assertTrue(String.valueOf(asked.getMessage()).contains("from every address"));
  }

  private KeySettings everything() {
    store.bean(Accounts.class).create("ann", null, Scopes.ALL);
    return new KeySettings(
        "näme \"quoted\"",
        "two words",
        "ann",
        Scopes.of("chat:*", "models"),
        store.clock().instant().plusMillis(1),
        store.clock().instant().plus(Duration.ofDays(9)),
        List.of(
            AccessWindow.parse("Mon-Fri 08:00-18:00 Europe/Berlin"),
            AccessWindow.parse("daily 22:00-06:00"),
            AccessWindow.parse("Sat,Sun 00:00-24:00 Asia/Kathmandu")),
        List.of(HERE, OFF, AddressEntry.of("2001:db8::/32")),
        List.of(AddressEntry.of("::ffff:203.0.113.9")),
        KeyLimits.parse(
            List.of("5/1s", "100/1h burst 20"),
            List.of("1000/day Europe/Berlin", "9/month", "7/30d")),
        Map.of("team", "a \\ b", "empty", ""));
  }

  private TestStore process(Map<String, Object> settings) {
    return TestStore.open(folder.resolve("keys.db"), settings);
  }

  private String verdict(IssuedKey key, String from) {
    Call call = new Call(store.clock().millis(), ClientIp.parse(from), List.of());
    Verdict verdict =
        store.bean(KeyVerifier.class).verify(key.secret(), call).toCompletableFuture().join();
    return verdict instanceof Verdict.Rejected refused ? refused.reason().code() : "accepted";
  }
}
