package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.address.AddressEntry;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LastWayInTest {

  private static final Scopes ADMIN = Scopes.of("keystile:admin");
  private static final Scopes OTHER = Scopes.of("*", "keystile:read", "x:keystile:admin");
  private static final Set<Confirmation> YES = Set.of(Confirmation.LAST_WAY_IN);

  @TempDir Path folder;
  private TestStore store;
  private ApiKeys keys;
  private Accounts accounts;

  @BeforeEach
  void open() {
    open(Map.of());
  }

  private void open(Map<String, Object> settings) {
    store = TestStore.open(folder.resolve("keys.db"), settings);
    keys = store.keys();
    accounts = store.bean(Accounts.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void isNotTakenAwayByAnyChangeOfTheKey() {
    ApiKeyId id = admin();
    issue(KeySettings.named("other").withScopes(OTHER));
    ManagedKey before = keys.get(id);
    Instant now = store.clock().instant();
    refused(() -> keys.disable(id));
    refused(() -> keys.delete(id));
    refusedChange(id, seen -> seen.withScopes(OTHER));
    refusedChange(id, seen -> seen.withScopes(Scopes.NONE));
    refusedChange(id, seen -> seen.validBetween(null, now));
    refusedChange(id, seen -> seen.validBetween(null, now.plusSeconds(9)));
    refusedChange(id, seen -> seen.validBetween(now.plusSeconds(1), null));
    refusedChange(id, seen -> seen.during(List.of(AccessWindow.parse("daily 08:00-09:00"))));
    refusedChange(id, seen -> seen.from(List.of(AddressEntry.of("10.0.0.1")), List.of()));
    refusedChange(id, seen -> seen.from(List.of(), List.of(AddressEntry.of("10.0.0.1"))));
    accounts.create("off", null, ADMIN);
    accounts.setEnabled("off", false);
    accounts.create("small", null, OTHER);
    refusedChange(id, seen -> seen.ownedBy("off"));
    refusedChange(id, seen -> seen.ownedBy("small"));
    assertEquals(before, keys.get(id));
    assertEquals("n", keys.change(id, seen -> seen.renamed("n")).name());
  }

  @Test
  void isNotTakenAwayByAnyChangeOfItsOwner() {
    accounts.create("boss", null, Scopes.of("keystile:*"));
    accounts.create("small", null, OTHER);
    ApiKeyId id = issue(KeySettings.named("k").withScopes(ADMIN).ownedBy("boss"));
    refused(() -> accounts.setEnabled("boss", false));
    refused(() -> accounts.setScopes("boss", OTHER));
    refused(() -> accounts.delete("boss", new KeysOfAccount.Delete()));
    refused(() -> accounts.delete("boss", new KeysOfAccount.Transfer("small")));
    assertTrue(keys.get(id).ownerEnabled());
    assertFalse(accounts.setEnabled("boss", false, YES).enabled());
  }

  @Test
  void isTakenAwayWithAConfirmation() {
    ApiKeyId id = admin();
    assertFalse(keys.disable(id, YES).enabled());
    keys.enable(id);
    keys.change(id, seen -> seen.withScopes(OTHER), YES);
    keys.delete(id);
    assertEquals(0, keys.count());
  }

  @Test
  void isNotTheLastWhileAnotherCanBeUsed() {
    ApiKeyId first = admin();
    ApiKeyId second = admin();
    keys.disable(first);
    refused(() -> keys.disable(second));
    refused(() -> keys.delete(second));
    keys.enable(first);
    keys.change(first, seen -> seen.validBetween(null, store.clock().instant().plusSeconds(60)));
    store.clock().advance(Duration.ofSeconds(60));
    refused(() -> keys.disable(second));
    keys.delete(first);
  }

  @Test
  void isNotTheLastWhileTheEnvironmentHasOne() {
    ApiKeyId id = admin();
    store.close();
    open(Map.of("spec.admin", true));
    keys.delete(id);
    assertEquals(0, keys.count());
  }

  @Test
  void isNotTakenAwayByManyAtOnce() throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ApiKeyId id = admin();
      work.add(() -> isDone(() -> keys.disable(id)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int done = 0;
    for (Future<Boolean> one : threads.invokeAll(work)) {
      done += one.get() ? 1 : 0;
    }
    threads.shutdown();
    assertEquals(7, done);
  }

  private static boolean isDone(Runnable change) {
    try {
      change.run();
      return true;
    } catch (LastWayInException e) {
      return false;
    }
  }

  private ApiKeyId admin() {
    return issue(KeySettings.named("admin").withScopes(ADMIN));
  }

  private ApiKeyId issue(KeySettings settings) {
    return keys.issue(settings).key().id();
  }

  private void refusedChange(ApiKeyId id, UnaryOperator<KeySettings> change) {
    refused(() -> keys.change(id, change));
  }

  private static void refused(Executable change) {
    LastWayInException fault = assertThrows(LastWayInException.class, change);
    assertTrue(String.valueOf(fault.getMessage()).contains("LAST_WAY_IN"));
  }

  @Singleton
  @Requires(property = "spec.admin")
  static final class Fixed implements EnvironmentKeySource {

    @Override
    public List<EnvironmentKey> keys() {
      return List.of(
          new EnvironmentKey("ADMIN", io.keystile.auth.secret.KeySecret.of("a".repeat(40)), ADMIN));
    }
  }
}
