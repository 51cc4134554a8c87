package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.util.Locale;
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
        "{\"x-api-key\":\"imported\"}                         | {\"x-api-key\":\"****\"}",
        "{\"a\":\"Bearer imported\",\"b\":1}                 | {\"a\":\"Bearer ****\",\"b\":1}",
        "[\"authorization: Bearer imported\"]                | [\"authorization: Bearer ****\"]",
        "x-goog-api-key: imported end                       | x-goog-api-key: **** end",
        "OPENAI_API_KEY=imported                            | OPENAI_API_KEY=****",
        "upstream.apiKey = 'imported end                    | upstream.apiKey = '**** end",
        "X-API-Key: Bearer imported end                     | X-API-Key: Bearer **** end",
        "GET /v1?API%5FKey=imported%26key&x=1               | GET /v1?API%5FKey=****&x=1",
        "GET /v1?x=1&api_key=one&api_key=two&y=2            | GET"
            + " /v1?x=1&api_key=****&api_key=****&y=2",
        "/to?next=%2Fv1%3Fapi_key%3Dimported%26a HTTP/1.1   | /to?next=%2Fv1%3Fapi_key%3D****"
            + " HTTP/1.1",
        "Authorization=Bearer+imported                      | Authorization=Bearer+****",
        "Bearer%20imported end                              | Bearer%20**** end",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-proj-",
        "sk-ant-",
        "sk-ant-api03-",
        "sk-svcacct-",
        "sk-or-v1-",
        "sk-",
        "AIza",
        "ghp_",
        "hf_"
      })
  void takesOutKeysOfProviders(String prefix) {
    String kept = prefix.startsWith("sk-ant-") ? "sk-ant-" : prefix.replace("v1-", "");
    String key = prefix + SHAPE.toLowerCase(Locale.ROOT) + "_-xY";
    assertEquals(kept + "****", Redactor.redact(key));
    assertEquals("key=" + kept + "****, x", Redactor.redact("key=" + key + ", x"));
    assertEquals("Bearer " + kept + "****", Redactor.redact("Bearer " + key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task-force-of-all-the-departments-together",
        "sk-learn-and-other-names-of-packages",
        "{\"api_key\":null,\"x\":1}",
        "api_key: none",
        "the API key is missing; set api-key-file",
        "100% of C:\\new\\table and %2F%41",
        "ks_**** and sk-ant-****",
        "Authorization: Bearer ****"
      })
  void leavesWhatOnlyResemblesASecret(String text) {
    assertSame(text, Redactor.redact(text));
  }

  @Test
  void takesOutValuesThatAreNamedToIt() {
    Redactor redactor =
        Redactor.builder().value("correct horse").value("short").value("pa\"ss%41word").build();
    assertEquals("a **** b", redactor.apply("a correct horse b"));
    assertEquals("a=****&b", redactor.apply("a=correct%20horse&b"));
    assertEquals("{\"a\":\"****\"}", redactor.apply("{\"a\":\"pa\\\"ss%41word\"}"));
    assertEquals("a short b", redactor.apply("a short b"));
    assertSame("a correct house", redactor.apply("a correct house"));
  }

  @Test
  void keepsThePrefixOfAValueThatIsNamedToIt() {
    Redactor redactor = Redactor.builder().value("sk-ant-imported").build();
    assertEquals("(sk-ant-****)", redactor.apply("(sk-ant-imported)"));
  }

  @Test
  void takesOutWhatFollowsAPrefixThatIsNamedToIt() {
    Redactor redactor = Redactor.builder().prefix("intense-").build();
    assertEquals("xintense-****_y", redactor.apply("xintense-" + SHAPE + "abc_y"));
  }

  /** Work that grew with the square of the length would not end within a day. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a-",
        "bearer",
        "bearer ",
        "bearer.",
        "api_key",
        "api_key=",
        "api_key '",
        "sk-",
        "sk-ant-",
        "ks_",
        "k4",
        "%",
        "%25",
        "%2",
        "\\",
        "\\u00",
        "AIza",
        "\"",
        "=\"",
        " ",
        "0123456789abcdef0123456789abcdefg-"
      })
  void passesOnceOverALineOfAMebibyte(String part) {
    String line = part.repeat((1 << 20) / part.length());
    String redacted = Redactor.redact(line);
    assertSame(redacted, Redactor.redact(redacted));
  }
}
