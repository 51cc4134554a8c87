package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.limit.AddressGroup;
import io.keystile.auth.limit.BruteForceGuard;
import io.keystile.auth.management.ManagementServer.Answer;
import io.keystile.auth.usage.KeyUses;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, settings, checks, use, the audit log, receipts and blocked addresses over HTTP. */
class OtherApisTest {

  private static final String SPEC = "OtherApisTest";

  @TempDir static Path folder;
  private static ManagementServer management;

  @BeforeAll
  static void start() {
    management = ManagementServer.start(SPEC, folder, Map.of());
  }

  @AfterAll
  static void stop() {
    management.close();
  }

  @Test
  void managesAccounts() {
    Answer made =
        management
            .post(
                "/admin/accounts",
                "{\"name\":\"team.red\",\"description\":\"red\",\"scopes\":[\"chat:*\"]}")
            .is(201);
    assertEquals("/admin/accounts/team.red", made.header("Location"));
    String path = "/admin/accounts/team.red";
    assertEquals("red", management.get(path).is(200).text("description"));
    management
        .post("/admin/accounts", "{\"name\":\"team.red\",\"scopes\":[]}")
        .isProblem(409, "conflict");
    JsonNode narrowed = management.patch(path, "{\"scopes\":[\"chat:read\"]}").is(200).json();
    assertEquals("[\"chat:read\"]", narrowed.get("scopes").toString());
    assertEquals("red", narrowed.get("description").asText());
    JsonNode told = management.patch(path, "{\"description\":\"blue\"}").is(200).json();
    assertEquals("blue", told.get("description").asText());
    assertEquals("[\"chat:read\"]", told.get("scopes").toString());
    JsonNode untold = management.patch(path, "{\"description\":null}").is(200).json();
    assertTrue(untold.get("description").isNull());
    assertFalse(management.post(path + "/disable", "").is(200).json().get("enabled").asBoolean());
    assertTrue(management.post(path + "/enable", "").is(200).json().get("enabled").asBoolean());
    management.delete(path).is(204);
    management.get(path).isProblem(404, "account_not_found");
    management.patch(path, "{\"scopes\":[]}").isProblem(404, "account_not_found");
  }

  @Test
  void asksWhatBecomesOfTheKeysOfAnAccount() {
    management.post("/admin/accounts", "{\"name\":\"old\",\"scopes\":[\"a\"]}").is(201);
    management.post("/admin/accounts", "{\"name\":\"new\",\"scopes\":[\"a\"]}").is(201);
    String id = management.post("/admin/keys", "{\"name\":\"x\",\"owner\":\"old\"}").text("id");
    management.delete("/admin/accounts/old").isProblem(409, "conflict");
    assertEquals(
        List.of("deleteKeys"),
        management.delete("/admin/accounts/old?transferTo=new&deleteKeys=true").faults());
    assertEquals(
        List.of("transferTo"), management.delete("/admin/accounts/old?transferTo=nobody").faults());
    assertEquals(
        List.of("deleteKeys"), management.delete("/admin/accounts/old?deleteKeys=yes").faults());
    management.delete("/admin/accounts/old?transferTo=new").is(204);
    assertEquals("new", management.get("/admin/keys/" + id).text("owner"));
    management.delete("/admin/accounts/new?deleteKeys=true").is(204);
    management.get("/admin/keys/" + id).is(404);
  }

  @Test
  void pagesAccounts() {
    for (int i = 0; i < 5; i++) {
      management.post("/admin/accounts", "{\"name\":\"page-" + i + "\",\"scopes\":[]}").is(201);
    }
    Set<String> seen = new HashSet<>();
    String cursor = "";
    int items = 0;
    do {
      JsonNode page = management.get("/admin/accounts?limit=2" + cursor).is(200).json();
      page.get("items").forEach(account -> seen.add(account.get("name").asText()));
      items += page.get("items").size();
      cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asText();
    } while (!cursor.isEmpty());
    assertEquals(items, seen.size());
    assertEquals(new HashSet<>(management.query("SELECT name FROM keystile_account")), seen);
  }

  @Test
  void showsSettingsWithTheirSource() {
    JsonNode settings = management.get("/admin/settings").is(200).json().get("items");
    assertTrue(settings.size() > 20);
    JsonNode setting = management.get("/admin/settings/keystile.enabled").is(200).json();
    assertEquals("keystile.enabled", setting.get("name").asText());
    assertEquals("boolean", setting.get("type").asText());
    assertTrue(setting.get("changeable").asBoolean());
    management.get("/admin/settings/keystile.none").isProblem(404, "setting_not_found");
    management
        .send("PUT", "/admin/settings/keystile.none", "{\"value\":true}")
        .isProblem(404, "setting_not_found");
  }

  @Test
  void changesASetting() {
    // The test server does not say where it listens, so it counts as open to others.
    management
        .send("PUT", "/admin/settings/keystile.enabled", "{\"value\":false}")
        .isProblem(409, "setting_refused");
    JsonNode set =
        management
            .send("PUT", "/admin/settings/keystile.enabled", "{\"value\":true}")
            .is(200)
            .json();
    assertEquals("stored", set.get("source").asText());
    JsonNode reset = management.delete("/admin/settings/keystile.enabled").is(200).json();
    assertEquals("default", reset.get("source").asText());
    String limits = "/admin/settings/keystile.limits.default";
    assertEquals(
        List.of("/value"), management.send("PUT", limits, "{\"value\":\"often\"}").faults());
    assertEquals(
        "100000/1h",
        management.send("PUT", limits, "{\"value\":\"100000/1h\"}").is(200).text("value"));
    management.delete(limits).is(200);
    management
        .send("PUT", "/admin/settings/keystile.db", "{\"value\":\"x\"}")
        .isProblem(409, "setting_refused");
  }

  @Test
  void saysWhatWouldHappenToAKeyOnARoute() {
    String id =
        management
            .post(
                "/admin/keys",
                """
                {"name":"judged","scopes":["chat:read"],"allow":[{"address":"10.0.0.0/8"}],
                 "expiresAt":"2099-01-01T00:00:00Z"}
                """)
            .text("id");
    JsonNode good =
        check(
            "{\"id\":\"%s\",\"address\":\"10.1.2.3\",\"method\":\"GET\",\"path\":\"/judged/read\"}",
            id);
    assertTrue(good.get("accepted").asBoolean(), good.toString());
    JsonNode scope =
        check(
            "{\"id\":\"%s\",\"address\":\"10.1.2.3\",\"method\":\"GET\",\"path\":\"/judged/write\"}",
            id);
    assertEquals("insufficient_scope", scope.get("code").asText());
    JsonNode address =
        check("{\"id\":\"%s\",\"address\":\"192.0.2.1\",\"scopes\":[\"chat:read\"]}", id);
    assertEquals("ip_not_allowed", address.get("code").asText());
    JsonNode late =
        check("{\"id\":\"%s\",\"address\":\"10.1.2.3\",\"at\":\"2099-01-01T00:00:00Z\"}", id);
    assertEquals("expired_api_key", late.get("code").asText());
    assertTrue(late.get("checks").size() >= 8, late.toString());
    assertEquals("0", management.get("/admin/keys/" + id).text("requests"));
    management.post("/admin/check", "{\"id\":\"key_none\"}").isProblem(404, "key_not_found");
  }

  private static JsonNode check(String body, String id) {
    return management.post("/admin/check", body.formatted(id)).is(200).json();
  }

  @Test
  void tellsOfUse() {
    String key = management.key("used", "chat:read");
    String id = management.query("SELECT id FROM keystile_key WHERE name = 'used'").get(0);
    assertEquals(200, management.server().get("/judged/read", "X-API-Key", key).statusCode());
    assertEquals(403, management.server().get("/judged/write", "X-API-Key", key).statusCode());
    management.server().bean(KeyUses.class).flush();
    for (String by : List.of("hour", "day")) {
      JsonNode usage = management.get("/admin/usage?keyId=" + id + "&by=" + by).is(200).json();
      assertEquals(1, usage.at("/items/0/accepted").asInt(), usage.toString());
    }
    assertTrue(management.get("/admin/usage").json().get("items").size() > 0);
    assertEquals("1", management.get("/admin/keys/" + id).text("requests"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keyId=x",
        "by=week",
        "from=x",
        "to=x",
        "from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"
      })
  void tellsWhichParameterOfUseIsWrong(String query) {
    assertEquals(
        query.substring(0, query.indexOf('=')),
        management.get("/admin/usage?" + query).faults().get(0));
  }

  @Test
  void keepsReceiptsOfRefusals() {
    String receipt =
        management
            .server()
            .get("/judged/read")
            .headers()
            .firstValue("X-Keystile-Receipt")
            .orElseThrow();
    JsonNode shown = management.get("/admin/receipts/" + receipt).is(200).json();
    assertEquals("missing_authorization", shown.get("reason").asText());
    JsonNode page =
        management.get("/admin/receipts?reason=missing_authorization&limit=1").is(200).json();
    assertEquals(1, page.get("items").size());
    management.get("/admin/receipts/rcpt_none").isProblem(404, "receipt_not_found");
    assertEquals(List.of("address"), management.get("/admin/receipts?address=x").faults());
  }

  @Test
  void showsTheAuditLog() {
    String id = management.post("/admin/keys", "{\"name\":\"audited\"}").text("id");
    JsonNode page = management.get("/admin/audit?target=" + id).is(200).json();
    assertEquals("key.issue", page.at("/items/0/action").asText());
    assertEquals("key", page.at("/items/0/actorKind").asText());
    JsonNode first = management.get("/admin/audit?limit=1").is(200).json();
    JsonNode second =
        management.get("/admin/audit?limit=1&cursor=" + first.get("nextCursor").asText()).json();
    assertTrue(first.at("/items/0/number").asLong() > second.at("/items/0/number").asLong());
    assertTrue(management.get("/admin/audit/verify").is(200).json().get("intact").asBoolean());
    long lines = management.get("/admin/audit/export").is(200).raw().body().lines().count();
    assertEquals(management.query("SELECT count(*) FROM keystile_audit").get(0), "" + lines);
    assertEquals(List.of("cursor"), management.get("/admin/audit?cursor=x").faults());
    assertEquals(List.of("sort"), management.get("/admin/audit?sort=name").faults());
  }

  @Test
  void liftsBlocks() {
    BruteForceGuard guard = management.server().bean(BruteForceGuard.class);
    ClientIp address = ClientIp.parse("192.0.2.7");
    for (int i = 0; i < 5; i++) {
      guard.countFailure(address, false, Verdict.Rejected.of(Reason.INVALID_API_KEY));
    }
    JsonNode blocked = management.get("/admin/blocked-addresses").is(200).json();
    assertEquals(AddressGroup.of(address).toString(), blocked.at("/items/0/address").asText());
    management.delete("/admin/blocked-addresses/192.0.2.7").is(204);
    management.delete("/admin/blocked-addresses/192.0.2.7").isProblem(404, "address_not_blocked");
    management.delete("/admin/blocked-addresses/x").is(404);
    assertEquals(0, management.get("/admin/blocked-addresses").json().get("items").size());
  }

  @Controller("/judged")
  @Requires(property = "spec.name", value = SPEC)
  static class Judged {

    @ApiKeyProtected("chat:read")
    @Get("/read")
    String read() {
      return "read";
    }

    @ApiKeyProtected("chat:write")
    @Get("/write")
    String write() {
      return "written";
    }
  }
}
