package io.keystile.auth.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyHasherTest {

  private static final String PEPPER = "a pepper of 32 characters or more";
  private static final String OTHER = "another pepper of 32 characters or so";
  private static final KeySecret SECRET = KeySecret.of("ks_test-key-of-twenty");

  @Test
  void refusesAPepperThatCouldBeGuessedWithoutRepeatingIt() {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> Pepper.of("too short a pepper"));
    assertFalse(String.valueOf(fault.getMessage()).contains("too short a pepper"));
    assertThrows(IllegalArgumentException.class, () -> hasher(PEPPER, "x".repeat(31)));
  }

  @Test
  void hashesWithoutAPepperAsSha256Does() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        hex(hasher(null, null).digest(KeySecret.of("abc"))));
    assertEquals("", hasher(null, null).pepperId());
    assertTrue(hasher(null, null).olderDigests(SECRET).isEmpty());
    assertEquals(Set.of(""), hasher(null, null).usablePepperIds());
  }

  @Test
  void hashesWithAPepperAsHmacSha256Does() {
    KeyHasher hasher = hasher(PEPPER, null);
    assertEquals(
        "09dbf235f62ec487a49bb7dce44a8e93072973181b019d24f65fc9b5f80d1042",
        hex(hasher.digest(SECRET)));
    assertEquals("d3c58b60f048924b", hasher.pepperId());
  }

  @Test
  void findsRowsOfOlderPeppersAndOfNone() {
    KeyHasher hasher = hasher(PEPPER, OTHER + ", " + "y".repeat(32) + "\n\n");
    assertEquals(
        List.of(
            hasher(OTHER, null).digest(SECRET),
            hasher("y".repeat(32), null).digest(SECRET),
            hasher(null, null).digest(SECRET)),
        hasher.olderDigests(SECRET));
    assertEquals(4, hasher.usablePepperIds().size());
    assertTrue(hasher.usablePepperIds().contains(hasher(OTHER, null).pepperId()));
  }

  @Test
  void findsRowsOfOlderPeppersWithoutANewOne() {
    KeyHasher hasher = hasher(null, OTHER);
    assertEquals(List.of(hasher(OTHER, null).digest(SECRET)), hasher.olderDigests(SECRET));
    assertEquals(hasher(null, null).digest(SECRET), hasher.digest(SECRET));
  }

  @Test
  void givesEveryPepperItsOwnIdAndPrintsNothingElse() {
    assertNotEquals(Pepper.of(PEPPER).id(), Pepper.of(OTHER).id());
    assertEquals("Pepper[" + Pepper.of(PEPPER).id() + "]", Pepper.of(PEPPER).toString());
  }

  private static KeyHasher hasher(@Nullable String pepper, @Nullable String older) {
    Map<String, Object> variables = new HashMap<>();
    if (pepper != null) {
      variables.put("KEYSTILE_KEYS_PEPPER", pepper);
    }
    if (older != null) {
      variables.put("KEYSTILE_KEYS_OLDER_PEPPERS", older);
    }
    Variables source = new Variables(variables);
    try (ApplicationContext context =
        ApplicationContext.builder().propertySources(source).build()) {
      context.getEnvironment().start();
      return new KeyHasher(new Peppers(new SecretSettings(context.getEnvironment())));
    }
  }

  private static String hex(KeyDigest digest) {
    return HexFormat.of().formatHex(digest.bytes());
  }
}
