package io.keystile.auth.management;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies that no route takes, and where their faults are. */
final class BadBodies {

  static final String SECRET = "ks_NotToBeRepeatedInAnyAnswer00000000";

  private BadBodies() {}

  /** Texts that are no good anywhere. */
  private static Stream<String> texts() {
    return Stream.of(
        " ",
        "null",
        "true",
        "1",
        "\"name\"",
        "[]",
        "[{}]",
        "[{\"name\":\"x\"}]",
        "{",
        "}",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":0x1}",
        "{\"a\":1e}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":tru}",
        "// c\n{}",
        "/* c */{}",
        "# c\n{}",
        "{} {}",
        "{}]",
        "{}x",
        "{\"a\":\"" + SECRET,
        SECRET,
        "{" + SECRET + "}",
        "{\"a\":" + SECRET + "}",
        "{\"a\":".repeat(5000),
        "[".repeat(20000),
        "{\"a\":" + "[".repeat(30) + "]".repeat(30) + "}",
        "{\"" + "n".repeat(2000) + "\":1}",
        "{\"a\":" + "9".repeat(2000) + "}",
        "{\"a\":\"" + "x".repeat(150_000) + "\"}",
        "name=x&scopes=*",
        "<xml/>",
        "--x\r\n\r\n",
        "\uFEFF{\"name\":\"x\"}",
        "{\"a\":1e999999999}",
        "{\"__proto__\":{}}",
        "{\"\":1}",
        "{\"a/b~c\":1}");
  }

  static Stream<Arguments> textsEverywhere() {
    return texts().flatMap(text -> Stream.of(Arguments.of(abbreviated(text), text)));
  }

  private static String abbreviated(String text) {
    return "text " + (text.length() > 40 ? text.substring(0, 40) + "… " + text.length() : text);
  }

  static Stream<byte[]> bytes() {
    return Stream.of(
        new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, '"', '}'},
        new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0},
        "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16BE),
        "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16LE),
        new byte[] {
          '{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'
        },
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'},
        new byte[] {0},
        new byte[] {'{', '}', 0});
  }

  static Stream<Arguments> faultyKeys() {
    return Stream.of(
        Arguments.of("{\"name\":null}", "/name"),
        Arguments.of("{\"name\":\"\"}", "/name"),
        Arguments.of("{\"name\":\"  \"}", "/name"),
        Arguments.of("{\"name\":7}", "/name"),
        Arguments.of("{\"name\":[\"x\"]}", "/name"),
        Arguments.of("{\"name\":{}}", "/name"),
        Arguments.of("{\"name\":true}", "/name"),
        Arguments.of("{\"name\":\"" + "x".repeat(101) + "\"}", "/name"),
        Arguments.of("{\"name\":\"a\\u0000b\"}", "/name"),
        Arguments.of("{\"name\":\"a\\nb\"}", "/name"),
        Arguments.of("{\"name\":\"a\\u001bb\"}", "/name"),
        Arguments.of("{\"name\":\"\\ud800\"}", "/name"),
        Arguments.of("{\"name\":\"a\\u2028b\"}", "/name"),
        Arguments.of("{\"name\":\"x\",\"name\":\"y\"}", "/name"),
        Arguments.of("{\"name\":\"x\",\"n\\u0061me\":\"y\"}", "/name"),
        Arguments.of(with("\"description\":1"), "/description"),
        Arguments.of(with("\"description\":\"" + "x".repeat(1001) + "\""), "/description"),
        Arguments.of(with("\"description\":\"a\\u0007\""), "/description"),
        Arguments.of(with("\"owner\":7"), "/owner"),
        Arguments.of(with("\"owner\":\"nobody\""), "/owner"),
        Arguments.of(with("\"scopes\":\"*\""), "/scopes"),
        Arguments.of(with("\"scopes\":[\"*\",7]"), "/scopes/1"),
        Arguments.of(with("\"scopes\":[\"Chat\"]"), "/scopes/0"),
        Arguments.of(with("\"scopes\":[null]"), "/scopes/0"),
        Arguments.of(with("\"scopes\":[\"a b\",\"ok\",\"*:a\"]"), "/scopes/0 /scopes/2"),
        Arguments.of(with("\"scopes\":{\"a\":1}"), "/scopes"),
        Arguments.of(with("\"notBefore\":\"soon\""), "/notBefore"),
        Arguments.of(with("\"notBefore\":1800000000"), "/notBefore"),
        Arguments.of(with("\"expiresAt\":\"2027-01-31\""), "/expiresAt"),
        Arguments.of(with("\"expiresAt\":\"2027-02-30T00:00:00Z\""), "/expiresAt"),
        Arguments.of(with("\"expiresAt\":\"+999999999-01-01T00:00:00Z\""), "/expiresAt"),
        Arguments.of(with("\"expiresAt\":\"-0001-01-01T00:00:00Z\""), "/expiresAt"),
        Arguments.of(
            with("\"notBefore\":\"2030-01-01T00:00:00Z\",\"expiresAt\":\"2029-01-01T00:00:00Z\""),
            "/notBefore"),
        Arguments.of(with("\"windows\":\"daily\""), "/windows"),
        Arguments.of(with("\"windows\":[\"never 25:00-26:00\"]"), "/windows/0"),
        Arguments.of(
            with("\"windows\":[" + "\"daily 00:00-01:00\",".repeat(20) + "\"daily 00:00-01:00\"]"),
            "/windows"),
        Arguments.of(with("\"allow\":[\"10.0.0.1\"]"), "/allow/0"),
        Arguments.of(with("\"allow\":[{}]"), "/allow/0/address"),
        Arguments.of(with("\"allow\":[{\"address\":\"010.0.0.1\"}]"), "/allow/0/address"),
        Arguments.of(with("\"allow\":[{\"address\":\"10.0.0.1/33\"}]"), "/allow/0/address"),
        Arguments.of(with("\"allow\":[{\"address\":\"::1\",\"enabled\":1}]"), "/allow/0/enabled"),
        Arguments.of(
            with("\"allow\":[{\"address\":\"::1\",\"enabled\":null}]"), "/allow/0/enabled"),
        Arguments.of(with("\"allow\":[{\"address\":\"::1\",\"note\":\"a\\nb\"}]"), "/allow/0"),
        Arguments.of(with("\"allow\":[{\"address\":\"::1\",\"port\":1}]"), "/allow/0/port"),
        Arguments.of(with("\"deny\":{\"address\":\"::1\"}"), "/deny"),
        Arguments.of(with("\"deny\":[{\"address\":\"*\"}]"), "/deny/0/address"),
        Arguments.of(with("\"rateLimits\":[\"100\"]"), "/rateLimits/0"),
        Arguments.of(with("\"rateLimits\":[100]"), "/rateLimits/0"),
        Arguments.of(with("\"rateLimits\":[\"0/1h\"]"), "/rateLimits/0"),
        Arguments.of(with("\"rateLimits\":[\"1/1h\",\"2/1h\"]"), "/rateLimits"),
        Arguments.of(with("\"rateLimits\":[\"unlimited\",\"2/1h\"]"), "/rateLimits"),
        Arguments.of(with("\"quotas\":[\"1/year\"]"), "/quotas/0"),
        Arguments.of(with("\"quotas\":\"1000/day\""), "/quotas"),
        Arguments.of(with("\"metadata\":[]"), "/metadata"),
        Arguments.of(with("\"metadata\":{\"a\":1}"), "/metadata/a"),
        Arguments.of(with("\"metadata\":{\"a\":{}}"), "/metadata/a"),
        Arguments.of(with("\"metadata\":{\"a/b\":[]}"), "/metadata/a~1b"),
        Arguments.of(with("\"metadata\":{\"a\":\"1\",\"a\":\"2\"}"), "/metadata/a"),
        Arguments.of(with("\"metadata\":{\"\":\"x\"}"), "/metadata"),
        Arguments.of(with("\"metadata\":{\"a\":\"\\u0000\"}"), "/metadata"),
        Arguments.of(with("\"id\":\"key_mine\""), "/id"),
        Arguments.of(with("\"key\":\"" + SECRET + "\""), "/key"),
        Arguments.of(with("\"hint\":\"x\""), "/hint"),
        Arguments.of(with("\"source\":\"database\""), "/source"),
        Arguments.of(with("\"status\":\"active\""), "/status"),
        Arguments.of(with("\"createdAt\":\"2020-01-01T00:00:00Z\""), "/createdAt"),
        Arguments.of(with("\"lastUsedAt\":null"), "/lastUsedAt"),
        Arguments.of(with("\"lastUsedFrom\":null"), "/lastUsedFrom"),
        Arguments.of(with("\"requests\":0"), "/requests"),
        Arguments.of(with("\"previousSecret\":null"), "/previousSecret"),
        Arguments.of(with("\"digest\":\"00\""), "/digest"),
        Arguments.of(with("\"hash\":\"00\""), "/hash"),
        Arguments.of(with("\"generation\":2"), "/generation"),
        Arguments.of(with("\"version\":2"), "/version"),
        Arguments.of(with("\"enabled\":false"), "/enabled"),
        Arguments.of(with("\"Name\":\"x\""), "/Name"),
        Arguments.of(with("\"a~b\":1,\"c/d\":2"), "/a~0b /c~1d"),
        Arguments.of(
            "{\"name\":1,\"scopes\":[1],\"allow\":[{\"x\":1}],\"colour\":2}",
            "/name /scopes/0 /allow/0/address /allow/0/x /colour"));
  }

  private static String with(String members) {
    return "{\"name\":\"x\"," + members + "}";
  }

  static Stream<Arguments> faultyOthers() {
    return Stream.of(
        Arguments.of("POST /admin/keys", "{}", "/name"),
        Arguments.of("POST /admin/keys/import", "{}", "/name /keys"),
        Arguments.of("POST /admin/keys/import", "{\"name\":\"x\",\"keys\":\"a\"}", "/keys"),
        Arguments.of("POST /admin/keys/import", "{\"name\":\"x\",\"keys\":[1]}", "/keys/0"),
        Arguments.of("POST /admin/keys/import", "{\"name\":\"x\",\"keys\":null}", "/keys"),
        Arguments.of(
            "POST /admin/keys/import",
            "{\"name\":\"" + "x".repeat(91) + "\",\"keys\":[]}",
            "/name"),
        Arguments.of(
            "POST /admin/keys/import",
            "{\"name\":\"x\",\"keys\":[],\"allOrNothing\":\"yes\"}",
            "/allOrNothing"),
        Arguments.of("POST /admin/accounts", "{}", "/name /scopes"),
        Arguments.of("POST /admin/accounts", "{\"name\":\"a b\",\"scopes\":[]}", "/name"),
        Arguments.of("POST /admin/accounts", "{\"name\":\"../x\",\"scopes\":[]}", "/name"),
        Arguments.of("POST /admin/accounts", "{\"name\":\"b\",\"scopes\":null}", "/scopes"),
        Arguments.of(
            "POST /admin/accounts", "{\"name\":\"b\",\"scopes\":[],\"enabled\":true}", "/enabled"),
        Arguments.of("PATCH /admin/accounts/team", "{\"scopes\":null}", "/scopes"),
        Arguments.of("PATCH /admin/accounts/team", "{\"scopes\":[],\"name\":\"b\"}", "/name"),
        Arguments.of("PUT /admin/settings/keystile.enabled", "{}", "/value"),
        Arguments.of("PUT /admin/settings/keystile.enabled", "{\"value\":null}", "/value"),
        Arguments.of("PUT /admin/settings/keystile.enabled", "{\"value\":0}", "/value"),
        Arguments.of("PUT /admin/settings/keystile.enabled", "{\"value\":\"no\"}", "/value"),
        Arguments.of("PUT /admin/settings/keystile.enabled", "{\"value\":[true]}", "/value"),
        Arguments.of("PUT /admin/settings/keystile.enabled", "{\"value\":true,\"x\":1}", "/x"),
        Arguments.of("POST /admin/check", "{}", "/id"),
        Arguments.of("POST /admin/check", "{\"id\":\"x\"}", "/id"),
        Arguments.of("POST /admin/check", "{\"id\":\"key_1\",\"address\":\"1\"}", "/address"),
        Arguments.of("POST /admin/check", "{\"id\":\"key_1\",\"at\":\"now\"}", "/at"),
        Arguments.of("POST /admin/check", "{\"id\":\"key_1\",\"path\":\"/\"}", "/method"),
        Arguments.of("POST /admin/check", "{\"id\":\"key_1\",\"method\":\"GET\"}", "/path"),
        Arguments.of(
            "POST /admin/check",
            "{\"id\":\"key_1\",\"method\":\"GET\",\"path\":\"/nowhere\"}",
            "/path"),
        Arguments.of(
            "POST /admin/check",
            "{\"id\":\"key_1\",\"method\":\"EAT\",\"path\":\"/admin/keys\"}",
            "/path"),
        Arguments.of("POST /admin/check", "{\"id\":\"key_1\",\"scopes\":[\"*\"]}", "/scopes/0"));
  }
}
