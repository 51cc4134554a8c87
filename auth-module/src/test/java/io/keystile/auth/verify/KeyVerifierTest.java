package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.CountingStore;
import io.keystile.auth.Reason;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVerifierTest {

  @TempDir Path folder;
  private IssuedKey key;
  private TestStore store;
  private CountingStore counting;
  private KeyVerifier verifier;

  /** The key is made by another process, so that no word of it comes while a test counts. */
  @BeforeEach
  void open() {
    try (TestStore before = TestStore.open(folder.resolve("keys.db"))) {
      key = before.issue("known");
    }
    store =
        TestStore.open(
            folder.resolve("keys.db"),
            Map.of(
                "spec.counting",
                true,
                "keystile.cache.unknown-max-age",
                "1m",
                "keystile.brute-force.enabled",
                false));
    counting = store.bean(CountingStore.class);
    verifier = store.bean(KeyVerifier.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void refusesAMalformedKeyWithoutTheStore() {
    String text = key.secret().exposeText();
    counting.setGone(true);
    List<String> malformed =
        List.of(
            "",
            "short",
            text.substring(1),
            text + "0",
            text.substring(0, text.length() - 1) + "!",
            flipLast(text),
            "x".repeat(513),
            "ks_ key with blanks and so on 123456");
    malformed.forEach(wrong -> assertEquals(Reason.INVALID_API_KEY, reason(wrong), wrong));
    assertEquals(0, counting.lookUps());
  }

  @Test
  void tellsAKnownKeyFromTextsThatAreAlmostIt() {
    for (int i = 0; i < 3; i++) {
      assertAccepted(key.secret());
    }
    String text = key.secret().exposeText();
    for (int i = 0; i < text.length(); i++) {
      for (int bit = 0; bit < Character.SIZE; bit++) {
        char other = (char) (text.charAt(i) ^ 1 << bit);
        String wrong = text.substring(0, i) + other + text.substring(i + 1);
        assertEquals(Reason.INVALID_API_KEY, reason(wrong), wrong);
      }
    }
    assertAccepted(key.secret());
  }

  @Test
  void refusesAPlausibleKeyWhileTheStoreIsGone() {
    counting.setGone(true);
    assertEquals(Reason.KEY_STORE_UNAVAILABLE, reason(key.secret()));
    counting.setGone(false);
    assertAccepted(key.secret());
  }

  @Test
  void letsACachedKeyGoOnWhileTheStoreIsGone() {
    assertAccepted(key.secret());
    counting.setGone(true);
    assertAccepted(key.secret());
    store.bean(KeyCache.class).everythingChanged();
    assertEquals(Reason.KEY_STORE_UNAVAILABLE, reason(key.secret()));
  }

  @Test
  void refusesAnUnknownKeyAndAsksOnce() {
    KeySecret unknown = generatedElsewhere();
    assertEquals(Reason.INVALID_API_KEY, reason(unknown));
    assertEquals(Reason.INVALID_API_KEY, reason(unknown));
    assertEquals(1, counting.lookUps());
  }

  @Test
  void acceptsAKeyThatWasUnknownAMomentAgo() {
    KeySecret secret = generatedElsewhere();
    assertEquals(Reason.INVALID_API_KEY, reason(secret));
    store
        .bean(KeyImporter.class)
        .importKeys(List.of(secret.exposeText()), new KeyImport("brought", null, false));
    assertAccepted(secret);
  }

  @Test
  void asksTheStoreOnceForAKnownKey() {
    assertNull(verifier.verifyNow(key.secret(), call()));
    assertAccepted(key.secret());
    assertInstanceOf(Verdict.Accepted.class, verifier.verifyNow(key.secret(), call()));
    assertEquals(1, counting.lookUps());
  }

  @Test
  void asksTheStoreOnceForManyFirstCalls() {
    List<CompletableFuture<Verdict>> answers = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      answers.add(
          CompletableFuture.supplyAsync(() -> verifier.verify(key.secret(), call()))
              .thenCompose(stage -> stage));
    }
    answers.forEach(answer -> assertInstanceOf(Verdict.Accepted.class, answer.join()));
    assertEquals(1, counting.lookUps());
  }

  @Test
  void keepsKeysApartThatLookAlike() {
    String common = "imported-key-with-a-long-common-beginning-";
    List<String> keys = new ArrayList<>();
    for (char end = 'a'; end <= 'j'; end++) {
      keys.add(common + end);
      keys.add(end + common);
    }
    store.bean(KeyImporter.class).importKeys(keys, new KeyImport("alike", null, false));
    for (int i = 0; i < keys.size(); i++) {
      Verdict.Accepted accepted =
          assertInstanceOf(Verdict.Accepted.class, verify(KeySecret.of(keys.get(i))));
      assertEquals("alike " + (i + 1), accepted.key().name());
    }
    assertEquals(Reason.INVALID_API_KEY, reason(common + "k"));
    assertEquals(Reason.INVALID_API_KEY, reason("k" + common));
    assertEquals(Reason.INVALID_API_KEY, reason(common));
    assertEquals(Reason.INVALID_API_KEY, reason(common + "A"));
  }

  @Test
  void acceptsNoneOfTenThousandRandomTexts() {
    String text = key.secret().exposeText();
    store
        .bean(KeyImporter.class)
        .importKeys(List.of("imported-key-1234567890"), new KeyImport("open", null, false));
    Random random = new Random(20270131);
    for (int i = 0; i < 10_000; i++) {
      String wrong = i % 2 == 0 ? noise(random) : mutate(text, random);
      if (!wrong.equals(text)) {
        assertFalse(verify(KeySecret.of(wrong)) instanceof Verdict.Accepted, wrong);
      }
    }
  }

  @Test
  void namesTheKeyOfARefusalOnlyWhenItWasFound() {
    store.keys().disable(key.key().id());
    Verdict.Rejected disabled = assertInstanceOf(Verdict.Rejected.class, verify(key.secret()));
    assertEquals(Reason.DISABLED_API_KEY, disabled.reason());
    assertEquals(key.key().id(), disabled.keyId());
    Verdict.Rejected unknown =
        assertInstanceOf(Verdict.Rejected.class, verify(generatedElsewhere()));
    assertNull(unknown.keyId());
  }

  private Verdict verify(KeySecret secret) {
    return verifier.verify(secret, call()).toCompletableFuture().join();
  }

  private Reason reason(String text) {
    return reason(KeySecret.of(text));
  }

  private Reason reason(KeySecret secret) {
    return assertInstanceOf(Verdict.Rejected.class, verify(secret)).reason();
  }

  private void assertAccepted(KeySecret secret) {
    Verdict verdict = verify(secret);
    assertTrue(verdict instanceof Verdict.Accepted, verdict.toString());
  }

  private Call call() {
    return new Call(store.clock().millis(), null, List.of());
  }

  /** A key in the right shape that this store does not know. */
  private KeySecret generatedElsewhere() {
    try (TestStore other = TestStore.open(folder.resolve("other.db"))) {
      return other.issue("elsewhere").secret();
    }
  }

  private static String flipLast(String text) {
    int end = text.length() - 1;
    return text.substring(0, end) + (text.charAt(end) == '0' ? '1' : '0');
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(random.nextInt(8) == 0 ? random.nextInt(0x3000) : random.nextInt(128));
    }
    return text.toString();
  }

  private static String mutate(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> changed.setCharAt(at, (char) (33 + random.nextInt(94)));
      case 1 -> changed.deleteCharAt(at);
      case 2 -> changed.insert(at, (char) (33 + random.nextInt(94)));
      default -> changed.append(text, 0, at);
    }
    return changed.toString();
  }
}
