package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private static final String SHAPE = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization: Bearer any-value,with;signs\"and'more | Authorization: Bearer ****",
        "authorization=[bearer  abc] rest                     | authorization=[bearer  **** rest",
        "Bearer a and BEARER b                                | Bearer **** and BEARER ****",
        "X-API-Key: imported,key;1                            | X-API-Key: ****",
        "x-api-key=[imported] rest                            | x-api-key=[**** rest",
        "{\"x-api-key\":\"imported\"}                         | {\"x-api-key\":\"****",
        "GET /v1/me?api_key=imported'key&x=1 HTTP/1.1         | GET /v1/me?api_key=****&x=1"
            + " HTTP/1.1",
        "\"/x?a=1&API_KEY=imported\" 200                      | \"/x?a=1&API_KEY=****\" 200",
        "{\"api_key\":\"imported\",\"x\":1}                   | {\"api_key\":\"****\",\"x\":1}",
      })
  void takesOutWhatStandsWhereAKeyBelongs(String text, String redacted) {
    assertEquals(redacted, Redactor.redact(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ks_",
        "sk-",
        "intense-",
        "k",
        "Key",
        "ks_live_",
        "a23456789012345678901234567890-"
      })
  void takesOutKeysThatWereGeneratedUnderAnyPrefix(String prefix) {
    try (TestStore store =
        TestStore.open(folder.resolve("keys.db"), Map.of("keystile.keys.prefix", prefix))) {
      String text = store.issue("first").secret().exposeText();
      assertEquals(prefix + "****", Redactor.redact(text));
      assertEquals("(" + prefix + "****)", Redactor.redact("(" + text + ")"));
      assertEquals(
          "a " + prefix + "****," + prefix + "****\n",
          Redactor.redact("a " + text + "," + text + "\n"));
    }
  }

  @Test
  void takesOutWhatLooksLikeAKeyWhenItsChecksumIsWrong() {
    assertEquals("ks_****", Redactor.redact("ks_" + SHAPE));
    assertEquals("key=ks_**** end", Redactor.redact("key=ks_" + SHAPE + " end"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing to see",
        "key_01JD0000000000000000000000",
        "ks_…x7Qa",
        "req_01JDABCDEFGHJKMNPQRSTVWXYZ rcpt_01JDABCDEFGHJKMNPQRSTVWXYZ",
        "ks_0123456789ABCDEFGHIJKLMNOPQRSTU",
        "io.micronaut.context.DefaultApplicationContextConfiguration",
        "ThisIsAVeryLongClassNameOfTheKindThatFrameworksLike",
        "0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void leavesTextWithoutSecretsAsItIs(String text) {
    assertSame(text, Redactor.redact(text));
  }

  @Test
  void isFastOnLongLines() {
    String line = "a".repeat(200_000) + " " + "a-".repeat(100_000) + "bearer".repeat(10_000);
    long start = System.nanoTime();
    assertSame(line, Redactor.redact(line));
    assertTrue(System.nanoTime() - start < 5_000_000_000L, "took more than five seconds");
    assertFalse(line.isEmpty());
  }
}
