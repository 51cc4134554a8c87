package io.keystile.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private static final ApiKeyId ID = new ApiKeyId("key_1");

  @Test
  void givesItsTextsBackAsTheyWere() {
    ApiKey key = key(ID, "Schlüssel 鍵 🔑", "ks_…a1B2");
    assertEquals(ID, key.id());
    assertEquals("key_1", key.getName());
    assertEquals("Schlüssel 鍵 🔑", key.name());
    assertEquals("ks_…a1B2", key.hint());
  }

  @Test
  void givesEmptyTextsBack() {
    ApiKey key = key(ID, "", "");
    assertEquals("", key.name());
    assertEquals("", key.hint());
    assertEquals("key_1", key.getName());
  }

  @Test
  void isAnotherKeyWhereItsTextsEndElsewhere() {
    assertNotEquals(key(ID, "ab", "c"), key(ID, "a", "bc"));
    assertNotEquals(key(new ApiKeyId("key_12"), "3", ""), key(ID, "23", ""));
  }

  @Test
  void isTheSameKeyWithTheSameTexts() {
    assertEquals(key(ID, "a", "ks_…"), key(new ApiKeyId("key_1"), "a", "ks_…"));
    assertEquals(key(ID, "a", "ks_…").hashCode(), key(ID, "a", "ks_…").hashCode());
  }

  @Test
  void isAnotherKeyWithAnotherOwnerOrOtherScopes() {
    ApiKey key = new ApiKey(ID, "a", "", "owner", Scopes.ALL, Map.of());
    assertNotEquals(key, new ApiKey(ID, "a", "", null, Scopes.ALL, Map.of()));
    assertNotEquals(key, new ApiKey(ID, "a", "", "owner", Scopes.NONE, Map.of()));
    assertNotEquals(key, new ApiKey(ID, "a", "", "owner", Scopes.ALL, Map.of("k", "v")));
  }

  @Test
  void refusesANameThatNoKeyHas() {
    String name = "n".repeat(Short.MAX_VALUE);
    assertThrows(IllegalArgumentException.class, () -> key(ID, name, ""));
  }

  @Test
  void refusesAnIdThatIsNone() {
    for (String wrong : new String[] {"", "key_", "key", "id_1", "key_a b", "key_ä", "KEY_1"}) {
      assertThrows(IllegalArgumentException.class, () -> new ApiKeyId(wrong), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> new ApiKeyId("key_" + "a".repeat(61)));
    assertEquals(64, new ApiKeyId("key_" + "Az09_-".repeat(10)).value().length());
  }

  private static ApiKey key(ApiKeyId id, String name, String hint) {
    return new ApiKey(id, name, hint, null, Scopes.ALL, Map.of());
  }
}
