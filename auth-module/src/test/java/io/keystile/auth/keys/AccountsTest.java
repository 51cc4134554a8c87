package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.verify.KeyVerifier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

  @TempDir Path folder;
  private TestStore store;
  private Accounts accounts;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"));
    accounts = store.bean(Accounts.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-a", "a b", "a/b", "ä", "a\nb"})
  void refusesANameThatIsNone(String name) {
    assertThrows(IllegalArgumentException.class, () -> accounts.create(name, null, Scopes.ALL));
  }

  @Test
  void refusesANameThatIsTaken() {
    accounts.create("team", null, Scopes.ALL);
    assertThrows(ConflictException.class, () -> accounts.create("team", null, Scopes.NONE));
    assertEquals(Scopes.ALL, accounts.get("team").scopes());
  }

  @Test
  void refusesAKeyOfAnAccountThatIsNotThere() {
    KeySettings settings = KeySettings.named("k").ownedBy("nobody");
    assertThrows(AccountNotFoundException.class, () -> store.keys().issue(settings));
    assertEquals(0, store.keys().count());
  }

  @Test
  void givesAKeyMadeWithoutScopesThoseOfItsOwner() {
    accounts.create("team", null, Scopes.of("chat:*"));
    assertEquals(Scopes.of("chat:*"), owned("team").key().scopes());
  }

  @Test
  void limitsAKeyToWhatItsOwnerMay() {
    accounts.create("team", null, Scopes.of("chat:read"));
    IssuedKey key =
        store.keys().issue(KeySettings.named("k").ownedBy("team").withScopes(Scopes.ALL));
    assertTrue(accepts(key, "chat:read"));
    assertFalse(accepts(key, "chat:write"));
    accounts.setScopes("team", Scopes.of("chat:write"));
    assertFalse(accepts(key, "chat:read"));
    assertTrue(accepts(key, "chat:write"));
  }

  @Test
  void switchesAllKeysOfAnAccountAtOnce() {
    accounts.create("team", null, Scopes.ALL);
    IssuedKey first = owned("team");
    IssuedKey second = owned("team");
    assertTrue(accepts(first, "a") && accepts(second, "a"));
    accounts.setEnabled("team", false);
    assertFalse(accepts(first, "a") || accepts(second, "a"));
    assertEquals(
        KeyStatus.DISABLED, store.keys().get(first.key().id()).statusAt(store.clock().instant()));
    accounts.setEnabled("team", true);
    assertTrue(accepts(first, "a") && accepts(second, "a"));
  }

  @Test
  void doesNotDeleteAnAccountWhoseKeysNobodySettled() {
    accounts.create("team", null, Scopes.ALL);
    IssuedKey key = owned("team");
    assertThrows(
        ConflictException.class, () -> accounts.delete("team", new KeysOfAccount.RefuseIfAny()));
    assertThrows(
        ConflictException.class, () -> accounts.delete("team", new KeysOfAccount.Transfer("team")));
    assertThrows(
        AccountNotFoundException.class,
        () -> accounts.delete("team", new KeysOfAccount.Transfer("nobody")));
    assertTrue(accounts.find("team").isPresent());
    assertTrue(accepts(key, "a"));
  }

  @Test
  void transfersTheKeysOfADeletedAccount() {
    accounts.create("old", null, Scopes.ALL);
    accounts.create("new", null, Scopes.of("b"));
    IssuedKey key = owned("old");
    assertTrue(accepts(key, "a"));
    accounts.delete("old", new KeysOfAccount.Transfer("new"));
    assertTrue(accounts.find("old").isEmpty());
    assertEquals("new", store.keys().get(key.key().id()).settings().owner());
    assertFalse(accepts(key, "a"));
    assertTrue(accepts(key, "b"));
  }

  @Test
  void deletesTheKeysWithTheAccount() {
    accounts.create("team", null, Scopes.ALL);
    IssuedKey key = owned("team");
    assertTrue(accepts(key, "a"));
    accounts.delete("team", new KeysOfAccount.Delete());
    assertFalse(accepts(key, "a"));
    assertTrue(store.keys().find(key.key().id()).isEmpty());
  }

  @Test
  void listsAccountsPageByPage() {
    List.of("c", "a", "b").forEach(name -> accounts.create(name, null, Scopes.NONE));
    assertEquals(List.of("a", "b"), names(accounts.list(null, 2)));
    assertEquals(List.of("c"), names(accounts.list("b", 2)));
  }

  private static List<String> names(List<Account> page) {
    return page.stream().map(Account::name).toList();
  }

  private IssuedKey owned(String account) {
    return store.keys().issue(KeySettings.named("k").ownedBy(account));
  }

  private boolean accepts(IssuedKey key, String scope) {
    Call call =
        new Call(store.clock().millis(), null, List.of(new RequiredScopes(List.of(scope), false)));
    Verdict verdict =
        store.bean(KeyVerifier.class).verify(key.secret(), call).toCompletableFuture().join();
    if (verdict instanceof Verdict.Accepted) {
      return true;
    }
    assertInstanceOf(Verdict.Rejected.class, verdict);
    return false;
  }
}
