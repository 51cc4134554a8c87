package io.keystile.auth.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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

  @Test
  void digestsWhateverTextThereIsAsUtf8() throws NoSuchAlgorithmException {
    KeyHasher hasher = hasher(null, null);
    List<String> texts =
        List.of(
                "",
                "a",
                "ks_\u0141ong-key",
                "ks_Aong-key",
                "ks_\u00e9",
                "\ud83d\udd11",
                "x".repeat(512))
            .stream()
            .flatMap(text -> Stream.of(text, text.repeat(3)))
            .toList();
    for (String text : texts) {
      assertEquals(sha256(text), hex(hasher.digest(KeySecret.of(text))), text);
    }
  }

  @Test
  void doesNotTakeACharacterForAnotherWithTheSameLowerByte() {
    for (KeyHasher hasher : List.of(hasher(null, null), hasher(PEPPER, null))) {
      assertNotEquals(
          hasher.digest(KeySecret.of("ks_test-key-of-twenty-A")),
          hasher.digest(KeySecret.of("ks_test-key-of-twenty-\u0141")));
    }
  }

  @Test
  void digestsAPartOfATextLikeTheTextAlone() {
    KeySecret part = KeySecret.within("Bearer ks_test-key-of-twenty ", 7, 28);
    assertEquals(SECRET.exposeText(), part.exposeText());
    assertEquals(SECRET.length(), part.length());
    assertEquals(hasher(null, null).digest(SECRET), hasher(null, null).digest(part));
    assertEquals(hasher(PEPPER, null).digest(SECRET), hasher(PEPPER, null).digest(part));
    assertThrows(IndexOutOfBoundsException.class, () -> KeySecret.within("short", 2, 6));
  }

  @Test
  void digestsForManyThreadsAtATime() throws InterruptedException {
    KeyHasher hasher = hasher(PEPPER, null);
    Map<KeySecret, KeyDigest> expected = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      KeySecret secret = KeySecret.of("ks_test-key-of-threads-" + i);
      expected.put(secret, hasher(PEPPER, null).digest(secret));
    }
    AtomicInteger wrong = new AtomicInteger();
    // More than there are places for, so that some share one.
    List<Thread> threads =
        Stream.generate(() -> new Thread(() -> countWrong(hasher, expected, wrong)))
            .limit(100)
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(0, wrong.get());
  }

  private static void countWrong(
      KeyHasher hasher, Map<KeySecret, KeyDigest> expected, AtomicInteger wrong) {
    expected.forEach(
        (secret, digest) -> {
          if (!hasher.digest(secret).equals(digest)) {
            wrong.incrementAndGet();
          }
        });
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
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
