package io.keystile.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "key", "key_", "Key_1", "ks_1", "key_a b", "key_a/b", "key_ä", "key_1\n", " key_1"
      })
  void refusesWhatIsNoId(String text) {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> new ApiKeyId(text));
    assertEquals(
        "A key id is key_ and 1 to 60 letters, digits, '-' or '_'; look it up with: keys list",
        fault.getMessage());
  }

  @Test
  void takesIdsUpToTheirLength() {
    assertEquals("key_" + "a".repeat(60), new ApiKeyId("key_" + "a".repeat(60)).toString());
    assertThrows(IllegalArgumentException.class, () -> new ApiKeyId("key_" + "a".repeat(61)));
    assertTrue(new ApiKeyId("key_a").compareTo(new ApiKeyId("key_b")) < 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "two words", "_x", "x_", "x__y", "x\"y"})
  void refusesReasonsWithAnotherKindOfCode(String code) {
    assertThrows(IllegalArgumentException.class, () -> new Reason(code, 403, "type", "message"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 200, 399, 600})
  void refusesReasonsThatAreNoRefusal(int status) {
    assertThrows(IllegalArgumentException.class, () -> new Reason("x", status, "type", "message"));
  }

  @Test
  void givesEveryReasonACodeOfItsOwn() throws IllegalAccessException {
    List<String> codes = new ArrayList<>();
    for (var field : Reason.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Reason reason) {
        codes.add(reason.code());
      }
    }
    assertTrue(codes.size() >= 9, codes.toString());
    assertEquals(codes.size(), codes.stream().distinct().count(), codes.toString());
  }

  @Test
  void refusesInTheReasonsOwnWords() {
    Verdict.Rejected refusal = Verdict.Rejected.of(Reason.INVALID_API_KEY);
    assertEquals(Reason.INVALID_API_KEY.message(), refusal.message());
    assertNull(refusal.keyId());
    assertNull(refusal.retryAfter());
    assertEquals(List.of(), refusal.missingScopes());
    Verdict.Rejected precise = refusal.withMessage("Precisely.");
    assertEquals("Precisely.", precise.message());
    assertEquals(refusal.reason(), precise.reason());
  }

  @Test
  void keepsTheMissingScopesItWasGiven() {
    List<String> missing = new ArrayList<>(List.of("a"));
    Verdict.Rejected refusal =
        new Verdict.Rejected(Reason.INSUFFICIENT_SCOPE, "No.", null, missing, null);
    missing.add("b");
    assertEquals(List.of("a"), refusal.missingScopes());
  }

  @Test
  void namesAKeyByItsIdAndKeepsItsMetadata() {
    Map<String, String> metadata = new HashMap<>(Map.of("team", "red"));
    ApiKey key = new ApiKey(new ApiKeyId("key_1"), "name", "ks_…", null, Scopes.ALL, metadata);
    metadata.clear();
    assertEquals("key_1", key.getName());
    assertEquals(Map.of("team", "red"), key.metadata());
  }

  @Test
  void spellsTheStatusAsJsonDoes() {
    assertEquals(
        List.of("active", "disabled", "expired", "not_yet_valid", "exhausted"),
        Arrays.stream(KeyStatus.values()).map(KeyStatus::text).toList());
  }
}
