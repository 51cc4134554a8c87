package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.StoredKey.Rules;
import io.keystile.auth.keys.StoredKey.Standing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of a key says the same as what it was made of. */
class StandingTest {

  private static final ApiKey KEY =
      new ApiKey(new ApiKeyId("key_1"), "test", "ks_", null, Scopes.NONE, Map.of());

  @ParameterizedTest
  @CsvSource({
    "true,  true,  -9223372036854775808, 9223372036854775807, 9223372036854775807",
    "true,  true,  -9223372036854775808, 2000,                9223372036854775807",
    "true,  true,  -9223372036854775808, 2000,                2000",
    "true,  true,  1000,                 2000,                9223372036854775807",
    "true,  false, -9223372036854775808, 2000,                9223372036854775807",
    "false, true,  -9223372036854775808, 2000,                9223372036854775807"
  })
  void isKept(boolean enabled, boolean ownerEnabled, long from, long until, long secretEnd) {
    Standing standing = new Standing(enabled, ownerEnabled, from, secretEnd);
    StoredKey key = StoredKey.of(KEY, 1, standing, until, Rules.NONE);
    assertEquals(enabled, key.enabled());
    assertEquals(ownerEnabled, key.ownerEnabled());
    assertEquals(from, key.notBefore());
    assertEquals(until, key.expiresAt());
    assertEquals(secretEnd, key.secretEndsAt());
  }

  @Test
  void isSharedByKeysThatStandAlike() {
    StoredKey key =
        StoredKey.of(
            KEY, 1, new Standing(true, true, Long.MIN_VALUE, Long.MAX_VALUE), 2000, Rules.NONE);
    assertSame(Standing.ALWAYS, key.standing());
  }
}
