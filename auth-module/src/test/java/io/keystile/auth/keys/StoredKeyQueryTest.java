package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.keystile.auth.TestStore;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.address.Precedence;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.StoreReader;
import io.keystile.auth.store.StoreTransactions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read on the way of a call is what a repository and the mapper would have made of it. */
class StoredKeyQueryTest {

  private static final String[] SCOPES = {"", "*", "chat:read", "chat:* models:read", "keystile:*"};
  private static final int KEYS = 500;

  private final Random random = new Random(20270131);
  @TempDir Path folder;
  private TestStore store;
  private StoredKeyQuery query;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"));
    query = store.bean(StoredKeyQuery.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertNull(find(digest()));
    store.issue("one");
    assertNull(find(digest()));
  }

  @Test
  void saysTheSameAsTheMapper() {
    List<AccountRow> accounts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      accounts.add(new AccountRow("owner-" + i, null, any(SCOPES), i % 2 == 0, 1, 1));
    }
    List<KeyRow> rows = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      rows.add(row(i, accounts));
    }
    save(accounts, rows);
    KeyMapper mapper = store.bean(KeyMapper.class);
    for (KeyRow row : rows) {
      AccountRow owner =
          accounts.stream().filter(a -> a.name().equals(row.owner())).findFirst().orElse(null);
      KeyColumns.digests(row)
          .forEach(
              digest ->
                  assertEquals(text(mapper.toStored(row, owner, digest)), text(find(digest))));
    }
  }

  private @Nullable StoredKey find(KeyDigest digest) {
    return store
        .bean(StoreReader.class)
        .read("a test", statements -> query.find(statements, digest))
        .orElse(null);
  }

  private void save(List<AccountRow> accounts, List<KeyRow> rows) {
    store
        .bean(StoreTransactions.class)
        .write(
            "a test",
            () -> {
              accounts.forEach(store.bean(AccountRepository.class)::save);
              rows.forEach(store.bean(KeyRepository.class)::save);
              return rows;
            });
  }

  private KeyRow row(int number, List<AccountRow> accounts) {
    boolean rotated = random.nextBoolean();
    return new KeyRow(
        "key_" + number,
        "name ü " + number,
        maybe("described"),
        "ks_…" + number,
        digest(),
        "",
        any(SCOPES),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextLong(),
        maybe(random.nextLong()),
        maybe(random.nextLong()),
        1,
        maybe(accounts.get(random.nextInt(accounts.size())).name()),
        maybe("[\"Mon-Fri 08:00-18:00 Europe/Berlin\"]"),
        maybe("[{\"address\":\"192.0.2.0/25\",\"enabled\":true}]"),
        maybe(
            "[{\"address\":\"192.0.2.7\",\"note\":\"x\",\"enabled\":"
                + random.nextBoolean()
                + "}]"),
        maybe("[\"10/1s\"]"),
        maybe("[\"1000/30d\"]"),
        maybe("{\"team\":\"blue\"}"),
        rotated ? 2 + random.nextInt(5) : 1,
        rotated ? digest() : null,
        rotated ? maybe("old…" + number) : null,
        rotated ? maybe(random.nextLong()) : null);
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextInt(3) == 0 ? value : null;
  }

  private String any(String[] values) {
    return values[random.nextInt(values.length)];
  }

  private KeyDigest digest() {
    byte[] bytes = new byte[KeyDigest.LENGTH];
    random.nextBytes(bytes);
    return KeyDigest.of(bytes);
  }

  /** Everything there is to a key; its addresses by what they say of some callers. */
  private static String text(@Nullable StoredKey key) {
    if (key == null) {
      return "none";
    }
    List<Boolean> admitted = new ArrayList<>();
    for (int last = 0; last < 256; last += 7) {
      admitted.add(key.addresses().admits(ClientIp.ofIpv4(0xC0000200 | last), Precedence.DENY));
    }
    return String.join(
        " | ",
        key.key().id().value(),
        key.key().toString(),
        String.valueOf(key.generation()),
        String.valueOf(key.enabled()),
        String.valueOf(key.ownerEnabled()),
        String.valueOf(key.notBefore()),
        String.valueOf(key.expiresAt()),
        String.valueOf(key.secretEndsAt()),
        key.windows().toString(),
        key.limits().toString(),
        admitted.toString());
  }
}
