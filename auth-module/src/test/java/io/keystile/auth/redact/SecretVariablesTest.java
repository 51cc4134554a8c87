package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretVariablesTest {

  private static final SecretVariables NONE = SecretVariables.of(Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KEYSTILE_API_KEY",
        "keystile.api-key",
        "ADMIN_API_KEY",
        "admin-api-key",
        "VALID_API_KEYS",
        "KEYSTILE_KEYS_PEPPER",
        "KEYSTILE_KEYS_OLDER_PEPPERS",
        "KEYSTILE_KEYS_MASTER_KEY",
        "keystile.bridge.upstream.api-key",
        "OPENAI_API_KEY"
      })
  void knowsSecretsByTheirNames(String name) {
    assertTrue(NONE.isSecret(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATH",
        "KEYSTILE_API_KEY_FILE",
        "KEYSTILE_KEYS_PREFIX",
        "keystile.db",
        "MY_SECRET"
      })
  void knowsWhatIsNone(String name) {
    assertFalse(NONE.isSecret(name));
  }

  @Test
  void readsListsPartByPartAndVariablesThatAreNamed() {
    Redactor redactor =
        SecretVariables.of(
                Map.of(
                    "VALID_API_KEYS", "first-imported, second-imported",
                    "KEYSTILE_REDACT_VARIABLES", "MY_SECRET,OTHER",
                    "MY_SECRET", "my very own secret",
                    "KEYSTILE_KEYS_PREFIX", "shop-"))
            .toRedactor();
    assertEquals("**** ****", redactor.apply("first-imported second-imported"));
    assertEquals("a ****", redactor.apply("a my very own secret"));
    assertEquals(
        "shop-****x", redactor.apply("shop-0123456789ABCDEFGHIJKLMNOPQRSTUV" + "x").concat("x"));
  }

  @Test
  void doesNotShowThem() {
    Map<String, String> settings = Map.of("KEYSTILE_API_KEY", "first-imported");
    assertFalse(SecretVariables.of(settings).toString().contains("imported"));
  }
}
