package io.keystile.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Chat",
        "chat write",
        "chat:",
        ":write",
        "chat::write",
        "chat:*:x",
        "*:*",
        "**",
        "ch*t",
        "*x",
        ":*",
        "chat.*",
        "chat-*",
        "chat_write",
        "chät",
        "chat:write ",
        "chat\nwrite",
        "chat,write",
        "keystile:",
        "-chat",
        "chat-"
      })
  void refusesWhatIsNoGrant(String text) {
    assertThrows(IllegalArgumentException.class, () -> Scopes.of(text));
    assertFalse(Scopes.isName(text));
  }

  @Test
  void refusesAGrantOfMoreThanAHundredCharacters() {
    assertTrue(Scopes.isName("a".repeat(100)));
    assertFalse(Scopes.isName("a".repeat(101)));
    assertThrows(IllegalArgumentException.class, () -> Scopes.of("a".repeat(101)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"keystile:admin", "keystile:read", "keystile:keys:write", "keystile:a-b"})
  void neverCoverKeystilesOwnByAStar(String name) {
    assertFalse(Scopes.ALL.covers(name));
    assertFalse(Scopes.of("*", "chat:*").covers(name));
    assertTrue(Scopes.of("keystile:*").covers(name));
    assertTrue(Scopes.of("*", name).covers(name));
  }

  @ParameterizedTest
  @CsvSource({
    "chat:write, chat:read",
    "chat:write, chat",
    "chat, chat:write",
    "chat:*, chat",
    "chat:*, chatter:write",
    "chat:*, chat-x",
    "chat:read:*, chat:read",
    "chat:read:*, chat:write",
    "keystile:read, keystile:admin"
  })
  void doNotCoverWhatIsNotGranted(String grant, String name) {
    assertFalse(Scopes.of(grant).covers(name));
  }

  @ParameterizedTest
  @CsvSource({
    "chat:write, chat:write",
    "chat:*, chat:write",
    "chat:*, chat:write:all",
    "*, chat:write",
    "*, keystilex",
    "*, keystile",
    "models.read, models.read"
  })
  void coverWhatIsGranted(String grant, String name) {
    assertTrue(Scopes.of(grant).covers(name));
  }

  @Test
  void coverNothingWithoutGrants() {
    assertFalse(Scopes.NONE.covers("chat"));
    assertEquals("", Scopes.NONE.toString());
  }

  @Test
  void areSortedAndEqualWhateverTheirOrder() {
    Scopes scopes = Scopes.of("b", "a", "b");
    assertEquals(List.of("a", "b"), scopes.grants());
    assertEquals("a b", scopes.toString());
    assertEquals(Scopes.of("a", "b"), scopes);
    assertEquals(Scopes.of("a", "b").hashCode(), scopes.hashCode());
    assertNotEquals(Scopes.of("a"), scopes);
  }
}
