package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.usage.KeyUses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDetailsTest {

  private static final String LIST = "/console/keys";

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor administrator;

  @BeforeAll
  static void start() {
    String master = Base64.getEncoder().encodeToString(new byte[32]);
    server =
        ConsoleServer.start(
            folder, Map.of("keystile.keys.recoverable", true, "keystile.keys.master-key", master));
    administrator = server.signedIn(Role.ADMINISTRATOR);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "address, not-an-address, address",
    "route, GET /nowhere, There is no such route",
    "at, tomorrow, This must be a date and time"
  })
  void tellsWhatIsWrongWithTheQuestion(String field, String value, String message) {
    String path = path(issue(KeySettings.named("asked")));
    administrator
        .get(path + "/check?" + field + "=" + value.replace(" ", "%20"))
        .expect(422)
        .expectText(message);
    administrator.get(LIST + "/key_nobody/check").expect(404);
  }

  @Test
  void tellsWhatWouldHappenAndCountsNothing() {
    IssuedKey key =
        issue(
            KeySettings.named("office")
                .withScopes(Scopes.of("models:read"))
                .from(List.of(AddressEntry.of("10.0.0.0/8")), List.of()));
    String check = path(key) + "/check?address=";
    administrator.get(check + "10.1.2.3").expect(200).expectText("Accepted</span>");
    administrator.get(check + "192.0.2.1").expectText("<code>ip_not_allowed</code>");
    server
        .signedIn(Role.VIEWER)
        .get(check + "10.1.2.3&route=POST%20%2Fv1%2Fchat%2Fcompletions")
        .expectText("<code>insufficient_scope</code>");
    administrator.get(path(key)).expectText("Never");
  }

  @Test
  void showsUseRefusalsAndChanges() {
    IssuedKey key = issue(KeySettings.named("<i>busy</i>").describedAs("<b>text</b>"));
    call(key).expect(200);
    server.bean(ApiKeys.class).disable(key.key().id());
    call(key).expect(401);
    server.bean(KeyUses.class).flush();
    Answer page = administrator.get(path(key)).expect(200);
    page.expectText("&lt;i&gt;busy&lt;/i&gt;")
        .expectText("&lt;b&gt;text&lt;/b&gt;")
        .expectNoText("<i>busy")
        .expectNoText("<b>text")
        .expectText("Calls per hour: 1 accepted, 1 disabled_api_key")
        .expectText("<code>disabled_api_key</code>")
        .expectText("<code>127.0.0.1</code>")
        .expectText("Switched off")
        .expectText("Made")
        .expectNoText(key.secret().exposeText());
    int bytes = page.body().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 100 * 1024, () -> bytes + " bytes");
  }

  @Test
  void offersViewersNothingToChange() {
    IssuedKey key = issue(KeySettings.named("seen"));
    server
        .signedIn(Role.VIEWER)
        .get(path(key))
        .expect(200)
        .expectNoText("/edit\"")
        .expectNoText("/reveal\"")
        .expectNoText("role=\"switch\"");
  }

  @Test
  void showsAKeyAgainOnlyWithAWordInTheAuditLog() {
    IssuedKey key = issue(KeySettings.named("kept"));
    administrator.get(path(key) + "/reveal").expect(405);
    administrator
        .post(path(key) + "/reveal", Map.of())
        .expect(200)
        .expectText(key.secret().exposeText())
        .expectNoText("<summary>curl");
    AuditFilter reveals = AuditFilter.ALL.on(key.key().id().value()).doing("key.reveal");
    assertEquals(
        List.of("ada"),
        server.bean(AuditTrail.class).page(reveals, null, 10).items().stream()
            .map(row -> row.actorId())
            .toList());
    administrator.get(path(key)).expectText("Shown").expectNoText(key.secret().exposeText());
  }

  private static Answer call(IssuedKey key) {
    Visitor client = server.stranger();
    return client.send(
        client
            .request("/v1/models")
            .header("Authorization", "Bearer " + key.secret().exposeText())
            .build());
  }

  private static IssuedKey issue(KeySettings settings) {
    return server.bean(ApiKeys.class).issue(settings);
  }

  private static String path(IssuedKey key) {
    return LIST + "/" + key.key().id();
  }
}
