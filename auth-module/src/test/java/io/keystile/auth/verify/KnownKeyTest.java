package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.keys.StoredKey.Rules;
import io.keystile.auth.keys.StoredKey.Standing;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.usage.KeyUses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownKeyTest {

  private static final ApiKey KEY =
      new ApiKey(new ApiKeyId("key_1"), "test", "ks_", null, Scopes.NONE, Map.of());

  @TempDir Path directory;

  @Test
  void saysWhatTheStoreSaid() {
    Rules rules = new Rules(List.of(), Rules.NONE.addresses(), Rules.NONE.limits());
    StoredKey stored = StoredKey.of(KEY, 3, new Standing(true, false, 1000, 3000), 2000, rules);
    try (TestStore store = TestStore.open(directory.resolve("keys.db"))) {
      KnownKey known =
          new KnownKey(
              KeyDigest.of(new byte[KeyDigest.LENGTH]),
              stored,
              store.bean(KeyUses.class),
              store.bean(Policy.class).of(stored));
      assertSame(KEY, known.key());
      assertEquals("key_1", known.keyId());
      assertEquals(3, known.generation());
      assertEquals(2000, known.expiresAt());
      assertSame(stored.standing(), known.standing());
      assertSame(rules, known.rules());
    }
  }
}
