package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.secret.KeyGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for any key and any text; the seed is fixed, so that a failure comes again. */
class RedactorPropertyTest {

  private static final String WORD =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final List<String> AROUND =
      List.of(
          "%s",
          "\"%s\"",
          "'%s'",
          "(%s)",
          "[%s]",
          "<%s>",
          "{\"key\":\"%s\"}",
          "{\\\"key\\\":\\\"%s\\\"}",
          "?key=%s&x=1",
          "?a=b%%3D%s%%26c",
          "x%%253D%s%%2526",
          "_%s_",
          "-%s-",
          ",%s;",
          "\\n%s\\n",
          "\t%s\r\n",
          "/v1/%s/x",
          "%s.",
          "%s,%1$s",
          "key:%s",
          "é%sé",
          "\\u003d%s\\u0026",
          "%%22%s%%22",
          "%%C3%%A9%s");

  @TempDir Path folder;

  private final Random random = new Random(20_270_131);

  @Test
  void leavesNoGeneratedKeyOfAnyPrefixInAnySurroundings() {
    try (TestStore store = TestStore.open(folder.resolve("keys.db"))) {
      KeyGenerator generator = store.bean(KeyGenerator.class);
      for (int i = 0; i < 300; i++) {
        String prefix = prefix();
        Redactor knowing = Redactor.builder().prefix(prefix).build();
        String key = generator.generate(prefix).exposeText();
        String body = key.substring(key.length() - 32);
        for (String around : AROUND) {
          assertGone(Redactor.redact(around.formatted(key)), body, around + prefix);
          assertGone(knowing.apply(around.formatted(key)), body, around + prefix);
        }
        assertGone(Redactor.redact(percent(key)), body, prefix);
        assertTrue(
            Redactor.redact("k=" + percent(key)).length() < 40 + 3 * prefix.length(), prefix);
        assertGone(Redactor.redact(URLEncoder.encode(key, StandardCharsets.UTF_8)), body, prefix);
        assertTrue(Redactor.redact("a " + unicode(key) + " b").length() < 20 + 6 * prefix.length());
      }
    }
  }

  @Test
  void changesNothingASecondTime() {
    List<String> parts =
        List.of(
            "Bearer ",
            "bearer",
            "api_key",
            "x-api-key",
            "=",
            ":",
            "\"",
            "'",
            "[",
            " ",
            "&",
            "%3D",
            "%25",
            "\\n",
            "\\\"",
            "ks_",
            "sk-ant-",
            "sk-",
            "AIza",
            "-",
            "_",
            "****",
            "}",
            ",",
            "null",
            "\n",
            "+");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(
            random.nextInt(3) == 0
                ? word(random.nextInt(40))
                : parts.get(random.nextInt(parts.size())));
      }
      String once = Redactor.redact(text.toString());
      assertEquals(once, Redactor.redact(once), text::toString);
    }
  }

  @Test
  void changesNoTextWithoutSecrets() {
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(20, 1, 28)
              .mapToObj(this::word)
              .collect(Collectors.joining(i % 2 == 0 ? " " : "/"));
      assertSame(text, Redactor.redact(text));
    }
  }

  private static void assertGone(String redacted, String body, String what) {
    assertFalse(redacted.contains(body.substring(0, 8)), what);
    assertFalse(redacted.contains(body.substring(24)), what);
    assertTrue(redacted.contains("****"), what);
  }

  private String prefix() {
    String letter = word(1).replaceAll("[0-9]", "k");
    return switch (random.nextInt(5)) {
      case 0 -> letter + word(random.nextInt(10)) + "_";
      case 1 -> letter + word(random.nextInt(10)) + "-";
      case 2 -> letter + word(random.nextInt(20)) + "_live_";
      case 3 -> letter + word(random.nextInt(30));
      default -> letter + "-" + word(random.nextInt(10));
    };
  }

  private String word(int length) {
    return random
        .ints(length, 0, WORD.length())
        .mapToObj(index -> WORD.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  private static String percent(String text) {
    return text.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());
  }

  private static String unicode(String text) {
    return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }
}
