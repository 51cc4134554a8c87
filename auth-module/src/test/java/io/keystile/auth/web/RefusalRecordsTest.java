package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.policy.KeyCheck;
import io.keystile.auth.receipt.Receipt;
import io.keystile.auth.receipt.ReceiptFilter;
import io.keystile.auth.receipt.Receipts;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.usage.KeyUses;
import io.keystile.auth.usage.UsageHistory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalRecordsTest {

  private static final String SPEC = "RefusalRecordsTest";
  private static final String FROM = "X-Forwarded-For";

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            SPEC,
            folder,
            Map.of(
                "keystile.trusted-proxies", "127.0.0.1",
                "keystile.brute-force.enabled", false,
                "keystile.usage.flush-interval", "1h"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsTheOperatorWhatTheCallerIsNotTold() {
    IssuedKey key =
        issue(KeySettings.named("k").from(List.of(AddressEntry.of("10.0.0.0/8")), List.of()));
    HttpResponse<String> answer = get(key, FROM, "203.0.113.7", "X-Request-Id", "mine");
    Receipt receipt = receipt(answer);
    assertEquals("ip_not_allowed", receipt.reason());
    assertEquals(403, receipt.status());
    assertEquals(key.key().id(), receipt.keyId());
    assertEquals("GET", receipt.method());
    assertEquals("/documents/{name}", receipt.route());
    assertEquals("203.0.113.7", receipt.address());
    assertEquals("127.0.0.1", receipt.peer());
    assertEquals("mine", receipt.requestId());
    assertEquals(
        new CheckOutcome(
            "addresses",
            false,
            "Access denied from this IP address",
            "address 203.0.113.7, allow [10.0.0.0/8]"),
        failed(receipt));
    assertFalse(answer.body().contains("10.0.0.0"), answer.body());
    assertFalse(answer.headers().map().toString().contains("10.0.0.0"));
  }

  @Test
  void tellsAMistypedKeyFromAnUnknownOne() {
    issue(KeySettings.named("k"));
    Receipt mistyped = receipt(server.get("/documents/a", "X-API-Key", "ks_cut"));
    assertEquals("format", failed(mistyped).check());
    String unknown = server.bean(KeyGenerator.class).generate("ks_").exposeText();
    for (int i = 0; i < 2; i++) {
      Receipt receipt = receipt(server.get("/documents/a", "X-API-Key", unknown));
      assertEquals("known", failed(receipt).check());
      assertEquals("invalid_api_key", receipt.reason());
      assertNull(receipt.keyId());
    }
  }

  @Test
  void comparesTheValuesOfEachCheck() {
    Instant end = Instant.now().plusSeconds(3600);
    IssuedKey key = issue(KeySettings.named("k").validBetween(null, end));
    Receipt receipt = receipt(server.get("/documents", "Authorization", bearer(key)));
    assertEquals("needs all of [keystile:read], has *", failed(receipt).compared());
    CheckOutcome expiry =
        receipt.checks().stream().filter(c -> c.check().equals("expiry")).findFirst().get();
    assertTrue(
        String.valueOf(expiry.compared()).startsWith("until " + end.toString().substring(0, 19)));
  }

  @Test
  void tellsWhatWasLeftWhenALimitRefused() {
    IssuedKey key =
        issue(KeySettings.named("k").limitedTo(KeyLimits.parse(List.of("1/1h"), List.of())));
    assertEquals(200, get(key).statusCode());
    CheckOutcome limits = failed(receipt(get(key)));
    assertEquals("limits", limits.check());
    assertTrue(String.valueOf(limits.compared()).startsWith("1h: 0 of 1 left; passes again after"));
  }

  @Test
  void namesTheCheckThatFails() {
    IssuedKey key = issue(KeySettings.named("breaks"));
    HttpResponse<String> answer = get(key);
    assertEquals(503, answer.statusCode());
    Receipt receipt = receipt(answer);
    assertEquals("breaking", failed(receipt).check());
    assertEquals(key.key().id(), receipt.keyId());
  }

  @Test
  void keepsARefusalWithoutAKeyToo() {
    Receipt receipt = receipt(server.get("/documents/a"));
    assertEquals("missing_authorization", receipt.reason());
    assertNull(receipt.peer());
    assertEquals("127.0.0.1", receipt.address());
  }

  @Test
  void listsTheNewestFirst() {
    String first = id(server.get("/documents/a", FROM, "192.0.2.77"));
    String second = id(server.get("/documents/a", FROM, "192.0.2.77"));
    List<String> ids =
        server.bean(Receipts.class).page(ReceiptFilter.ALL, null, 200).items().stream()
            .map(Receipt::id)
            .filter(id -> id.equals(first) || id.equals(second))
            .toList();
    assertEquals(2, ids.size());
    assertTrue(ids.get(0).compareTo(ids.get(1)) > 0);
  }

  @Test
  void countsRefusalsOfAKeyAndOfNobody() {
    IssuedKey key = issue(KeySettings.named("k"));
    long before = unknown();
    get(key);
    server.get("/documents", "Authorization", bearer(key));
    server.get("/documents/a");
    server.bean(KeyUses.class).flush();
    assertEquals(
        Map.of("insufficient_scope", 1L),
        history().sumOf(key.key().id(), Instant.EPOCH, Instant.MAX).refused());
    assertEquals(1, history().sumOf(key.key().id(), Instant.EPOCH, Instant.MAX).accepted());
    assertEquals(before + 1, unknown());
  }

  @Test
  void writesNoKeyDown() throws IOException {
    IssuedKey key = issue(KeySettings.named("k"));
    String guess = server.bean(KeyGenerator.class).generate("ks_").exposeText();
    server.bean(ApiKeys.class).disable(key.key().id());
    get(key);
    server.get("/documents/" + guess + "?api_key=" + guess, "X-API-Key", guess);
    server.bean(Receipts.class).page(ReceiptFilter.ALL, null, 1);
    server.bean(KeyUses.class).flush();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(key.secret().exposeText()), file.toString());
        assertFalse(bytes.contains(guess), file.toString());
      }
    }
  }

  @Test
  void addsNoRouteUnasked() {
    IssuedKey key = issue(KeySettings.named("k"));
    assertEquals(404, server.get("/v1/me", "Authorization", bearer(key)).statusCode());
  }

  private static long unknown() {
    server.bean(KeyUses.class).flush();
    return history().ofUnknown(Instant.EPOCH, Instant.MAX).stream()
        .mapToLong(hour -> hour.refused().getOrDefault("missing_authorization", 0L))
        .sum();
  }

  private static UsageHistory history() {
    return server.bean(UsageHistory.class);
  }

  private static IssuedKey issue(KeySettings settings) {
    return server.bean(ApiKeys.class).issue(settings);
  }

  private static HttpResponse<String> get(IssuedKey key, String... headers) {
    return server.get(
        "/documents/a",
        Stream.concat(Stream.of("Authorization", bearer(key)), Stream.of(headers))
            .toArray(String[]::new));
  }

  private static String bearer(IssuedKey key) {
    return "Bearer " + key.secret().exposeText();
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Keystile-Receipt").orElseThrow();
  }

  private static Receipt receipt(HttpResponse<String> answer) {
    return server.bean(Receipts.class).find(id(answer)).orElseThrow();
  }

  /** The one check that objected. */
  private static CheckOutcome failed(Receipt receipt) {
    List<CheckOutcome> failed = receipt.checks().stream().filter(check -> !check.passed()).toList();
    assertEquals(1, failed.size(), () -> "" + failed);
    return failed.get(0);
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/documents")
  @ApiKeyProtected
  static class Documents {

    @Get("/{name}")
    String show(String name) {
      return name;
    }

    @Get
    @ApiKeyProtected("keystile:read")
    String all() {
      return "all";
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  static final class BreakingCheck implements KeyCheck {

    @Override
    public String name() {
      return "breaking";
    }

    @Override
    public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
      if (key.key().name().equals("breaks")) {
        throw new IllegalStateException("on purpose");
      }
      return null;
    }
  }
}
