package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.ConflictException;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.keys.KeysOfAccount;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.PlainModel.PlainKey;
import io.keystile.auth.verify.PlainModel.PlainOwner;
import io.keystile.auth.verify.PlainModel.Request;
import io.keystile.auth.verify.PlainRules.Address;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeat a run with {@code -Dkeystile.test.seed=}. */
class RandomModelTest {

  // Chance may take the last way in; whether that asks first is the matter of other tests.
  private static final Set<Confirmation> CONFIRMED = Set.of(Confirmation.values());

  private static final long SEED = Long.getLong("keystile.test.seed", System.nanoTime());
  private static final int FEW_CALLS = 16_000;
  private static final int MANY_CALLS = 50_000;
  private static final int CALLS_PER_CHANGE = 40;
  private static final int KEYS = 120;

  @TempDir Path folder;
  private Random random = new Random(SEED);
  private RandomRules rules = new RandomRules(random);
  private final List<String> everySecret = new ArrayList<>();
  private final List<PlainKey> keys = new ArrayList<>();
  private final Map<String, Integer> verdicts = new TreeMap<>();
  private PlainModel model = new PlainModel(false, -1);
  private @Nullable TestStore opened;
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void tellTheSeed() {
    System.out.println("RandomModelTest: -Dkeystile.test.seed=" + SEED);
  }

  @AfterEach
  void close() {
    store().close();
  }

  @Test
  void decidesAsTheGuideSays() {
    compare(FEW_CALLS);
  }

  @Test
  @Tag("slow")
  void decidesAsTheGuideSaysForLong() {
    compare(MANY_CALLS);
  }

  @Test
  void decidesAsTheGuideSaysWithTheDenyListInFront() {
    compareWithTheDenyListInFront(FEW_CALLS);
  }

  @Test
  @Tag("slow")
  void decidesAsTheGuideSaysForLongWithTheDenyListInFront() {
    compareWithTheDenyListInFront(MANY_CALLS);
  }

  private void compare(int calls) {
    compare(calls, new PlainModel(false, -1), Map.of(), "2027-01-31T09:00:00Z");
  }

  private void compareWithTheDenyListInFront(int calls) {
    Map<String, Object> settings =
        Map.of("keystile.addresses.precedence", "deny", "keystile.addresses.deny", "10.0.0.15");
    random = new Random(~SEED);
    rules = new RandomRules(random);
    compare(calls, new PlainModel(true, 15), settings, "2027-03-27T22:00:00Z");
  }

  private void compare(
      int calls, PlainModel reference, Map<String, Object> settings, String start) {
    model = reference;
    now = Instant.parse(start);
    open(settings);
    RandomRules.OWNERS.forEach(this::addOwner);
    for (int i = 0; i < KEYS; i++) {
      addKey();
    }
    for (int i = 0; i < calls; i++) {
      moveClock();
      if (i % CALLS_PER_CHANGE == 0) {
        change();
      }
      if (i % (calls / 3) == calls / 4) {
        restart(settings);
      }
      call(i);
    }
    assertEquals(10, verdicts.size(), () -> "some verdict never came: " + verdicts);
  }

  private void open(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("keystile.brute-force.enabled", false);
    all.put("spec.still", true);
    opened = TestStore.open(folder.resolve("keys.db"), all);
    store().clock().set(now);
  }

  private void restart(Map<String, Object> settings) {
    store().close();
    open(settings);
    model.restart();
  }

  private void call(int number) {
    Optional<Address> from = rules.chance(30) ? Optional.empty() : Optional.of(rules.address());
    Request request = new Request(from, rules.guards(), rules.cost());
    String secret = presented();
    String expected = model.verdict(secret, request, now.toEpochMilli());
    String actual = verify(secret, request);
    verdicts.merge(expected, 1, Integer::sum);
    assertEquals(expected, actual, () -> "seed " + SEED + ", call " + number + ": " + request);
  }

  private String presented() {
    if (rules.chance(20)) {
      return rules.one(everySecret);
    }
    PlainKey key = rules.one(keys);
    return rules.chance(5) && !key.previous.isEmpty() ? key.previous : key.secret;
  }

  private String verify(String secret, Request request) {
    ClientIp address =
        request
            .from()
            .map(from -> ClientIp.parse(rules.chance(4) ? from.mappedText() : from.text()))
            .orElse(null);
    List<RequiredScopes> required =
        request.guards().stream()
            .map(guard -> new RequiredScopes(guard.names(), guard.any()))
            .toList();
    Call call = new Call(now.toEpochMilli(), address, required, request.cost());
    Verdict verdict =
        store()
            .bean(KeyVerifier.class)
            .verify(KeySecret.of(secret), call)
            .toCompletableFuture()
            .join();
    return verdict instanceof Verdict.Rejected refused
        ? refused.reason().code()
        : PlainModel.ACCEPTED;
  }

  /** Mostly by less than a second, sometimes far, sometimes to the very edge of something. */
  private void moveClock() {
    PlainKey key = rules.one(keys);
    long edge = rules.chance(2) ? key.rules.to() : key.previousEnd;
    long ahead = edge - now.toEpochMilli();
    if (rules.chance(50) && ahead > 1 && ahead < 3_600_000) {
      now = Instant.ofEpochMilli(edge - random.nextInt(2));
    } else if (rules.chance(500)) {
      now = now.plusMillis(random.nextInt(14_400_000));
    } else {
      now = now.plusMillis(random.nextInt(1_000));
    }
    store().clock().set(now);
  }

  private void change() {
    PlainKey key = rules.one(keys);
    switch (random.nextInt(10)) {
      case 0, 1 -> setEnabled(key, !key.enabled);
      case 2, 3, 4 -> changeRules(key);
      case 5 -> delete(key);
      case 6, 7 -> rotate(key);
      case 8 -> changeOwner(rules.one(RandomRules.OWNERS));
      default -> deleteOwner(rules.one(RandomRules.OWNERS));
    }
  }

  private void addOwner(String name) {
    Set<String> grants = rules.grants();
    accounts().create(name, null, Scopes.of(grants));
    model.addOwner(name, new PlainOwner(grants));
  }

  private void addKey() {
    String zone = rules.zone();
    PlainRules wanted = rules.rules(now.toEpochMilli(), zone);
    IssuedKey key = store().keys().issue(PlainSettings.of(wanted));
    String secret = key.secret().exposeText();
    PlainKey plain = new PlainKey(key.key().id(), zone, wanted, secret);
    model.add(plain);
    keys.add(plain);
    everySecret.add(secret);
  }

  private void setEnabled(PlainKey key, boolean enabled) {
    if (enabled) {
      store().keys().enable(key.id);
    } else {
      store().keys().disable(key.id, CONFIRMED);
    }
    key.enabled = enabled;
  }

  private void changeRules(PlainKey key) {
    PlainRules wanted = rules.rules(now.toEpochMilli(), key.zone);
    store().keys().change(key.id, seen -> PlainSettings.of(wanted), CONFIRMED);
    key.rules = wanted;
  }

  private void delete(PlainKey key) {
    store().keys().delete(key.id, CONFIRMED);
    forget(key);
  }

  private void forget(PlainKey key) {
    model.remove(key);
    keys.remove(key);
    addKey();
  }

  private void rotate(PlainKey key) {
    Duration overlap = rules.chance(3) ? Duration.ZERO : Duration.ofSeconds(random.nextInt(7_200));
    KeyRotation rotation = store().bean(KeyRotation.class);
    if (!model.isRotatable(key, now.toEpochMilli())) {
      assertThrows(ConflictException.class, () -> rotation.rotate(key.id, overlap));
      return;
    }
    String secret = rotation.rotate(key.id, overlap).secret().exposeText();
    model.rotate(key, secret, now.plus(overlap).toEpochMilli());
    everySecret.add(secret);
  }

  private void changeOwner(String name) {
    PlainOwner owner = model.owner(name);
    if (owner.enabled && rules.chance(2)) {
      owner.grants = rules.grants();
      accounts().setScopes(name, Scopes.of(owner.grants), CONFIRMED);
    } else {
      owner.enabled = !owner.enabled;
      accounts().setEnabled(name, owner.enabled, CONFIRMED);
    }
  }

  private void deleteOwner(String name) {
    if (!rules.chance(5)) {
      return;
    }
    List<PlainKey> owned = keys.stream().filter(key -> key.rules.owner().equals(name)).toList();
    accounts().delete(name, new KeysOfAccount.Delete(), CONFIRMED);
    addOwner(name);
    owned.forEach(this::forget);
  }

  private TestStore store() {
    return Objects.requireNonNull(opened);
  }

  private Accounts accounts() {
    return store().bean(Accounts.class);
  }
}
