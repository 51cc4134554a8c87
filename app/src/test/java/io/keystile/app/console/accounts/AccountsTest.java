package io.keystile.app.console.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.Scopes;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

  private static final String LIST = "/console/accounts";
  private static final String NEW = LIST + "/~new";
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*after=[^\"]*)\">Next page");
  private static final Pattern ROW =
      Pattern.compile("<th scope=\"row\"><div><a href=\"/console/accounts/([^\"]+)\"");

  @TempDir private Path folder;
  private ConsoleServer server;
  private Visitor ada;
  private Visitor victor;

  @BeforeEach
  void start() {
    server = ConsoleServer.start(folder, Map.of("keystile.bootstrap", "none"));
    ada = server.signedIn(Role.ADMINISTRATOR);
    victor = server.signedIn(Role.VIEWER);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void teachesWhereThereIsNone() {
    ada.get(LIST).expect(200).expectText("No accounts yet").expectText(NEW);
    victor.get(LIST).expect(200).expectText("No accounts yet").expectNoText(NEW);
  }

  @Test
  void makesAnAccountAndTellsTheAuditLog() {
    ada.get(NEW).expect(200).expectText("New account");
    ada.post(NEW, Map.of("name", "team.a@b", "description", "<b>us</b>", "scopes", "chat:* models"))
        .expectTo(LIST + "/team.a@b");
    ada.get(LIST + "/team.a@b")
        .expect(200)
        .expectText("The account is made")
        .expectText("&lt;b&gt;us&lt;/b&gt;")
        .expectText("<code>chat:*</code>")
        .expectText("It owns no keys");
    assertEquals(Scopes.of("chat:*", "models"), account("team.a@b").scopes());
    var record = server.bean(AuditTrail.class).page(AuditFilter.ALL, null, 1).items().get(0);
    assertEquals("account.create", record.action());
    assertEquals("ada", record.actorId());
    victor.get(LIST).expect(200).expectText("&lt;b&gt;us&lt;/b&gt;").expectNoText("<b>us");
  }

  @ParameterizedTest
  @CsvSource({
    "'', what, chat:*, Enter a name.",
    "a b, what, chat:*, An account name has 1 to 100",
    "<script>, what, chat:*, An account name has 1 to 100",
    "taken, what, chat:*, There is an account named taken already.",
    "good, what, '', Enter what its keys may do",
    "good, what, CHAT, A scope is lower-case words",
    "good, '\u0007', chat:*, Description"
  })
  void tellsFaultsAndKeepsWhatWasTyped(
      String name, String description, String scopes, String message) {
    accounts().create("taken", null, Scopes.ALL);
    ada.post(NEW, Map.of("name", name, "description", description, "scopes", scopes))
        .expect(422)
        .expectText(message)
        .expectText("value=\"" + name.replace("<script>", "&lt;script"))
        .expectText("value=\"" + scopes);
    assertEquals(1, accounts().list(null, 10).size());
  }

  @Test
  void showsAPageAtATimeAndThoseThatBeginAlike() {
    for (int i = 100; i < 160; i++) {
      accounts().create("team-" + i, null, Scopes.ALL);
    }
    accounts().create("team", null, Scopes.ALL);
    accounts().create("other", null, Scopes.ALL);
    accounts().create("zebra", null, Scopes.ALL);
    assertEquals(63, walk(LIST).size());
    assertEquals(61, walk(LIST + "?text=team").size());
    assertEquals(List.of("team-159"), walk(LIST + "?text=team-159"));
    assertEquals(List.of("zebra"), walk(LIST + "?after=zeb"));
    assertEquals(List.of(), walk(LIST + "?text=team&after=zebra"));
    assertEquals(61, walk(LIST + "?text=team&after=a").size());
    ada.get(LIST + "?text=%3Cb%3E%25").expect(200).expectText("Nothing fits");
  }

  @Test
  void changesScopesAtOnce() {
    accounts().create("team", null, Scopes.of("chat:*"));
    ada.post(LIST + "/team/change", Map.of("scopes", "models:read, chat:write"))
        .expectTo(LIST + "/team");
    assertEquals(Scopes.of("models:read", "chat:write"), account("team").scopes());
    ada.post(LIST + "/team/change", Map.of("scopes", "Chat \"x"))
        .expect(422)
        .expectText("A scope is")
        .expectText("Chat &#34;x");
    ada.post(LIST + "/team/change", Map.of("scopes", " ")).expect(422);
    assertEquals(Scopes.of("models:read", "chat:write"), account("team").scopes());
  }

  @Test
  void changesWhatItIsFor() {
    accounts().create("team", "All of us", Scopes.of("chat:*"));
    ada.post(LIST + "/team/change", Map.of("description", " Half of us ", "scopes", "chat:*"))
        .expectTo(LIST + "/team");
    assertEquals("Half of us", account("team").description());
    String tooLong = "x".repeat(1001);
    ada.post(LIST + "/team/change", Map.of("description", tooLong, "scopes", "chat:*"))
        .expect(422)
        .expectText("description-fault")
        .expectText(tooLong);
    assertEquals("Half of us", account("team").description());
    ada.post(LIST + "/team/change", Map.of("description", "", "scopes", "chat:*"))
        .expectTo(LIST + "/team");
    assertNull(account("team").description());
  }

  @Test
  void switchesAllOfItsKeys() {
    accounts().create("team", null, Scopes.ALL);
    var key = keys().issue(KeySettings.named("laptop").ownedBy("team")).key();
    ada.get(LIST + "/team").expect(200).expectText("laptop").expectText("/console/keys?owner=team");
    ada.post(LIST + "/team/enabled", Map.of("enabled", "false")).expectTo(LIST + "/team");
    assertFalse(keys().get(key.id()).ownerEnabled());
    ada.get(LIST + "/team").expect(200).expectText("refused from now on").expectText("Switch on");
    ada.post(LIST + "/team/enabled", Map.of("enabled", "true")).expectTo(LIST + "/team");
    assertTrue(keys().get(key.id()).ownerEnabled());
  }

  @Test
  void asksBeforeNobodyCanManageKeys() {
    accounts().create("admins", null, Scopes.of("*", "keystile:admin"));
    Scopes all = Scopes.of("*", "keystile:admin");
    keys().issue(KeySettings.named("admin").ownedBy("admins").withScopes(all));
    String path = LIST + "/admins";
    ada.post(path + "/enabled", Map.of("enabled", "false")).expect(422).expectText("last-enabled");
    ada.post(path + "/change", Map.of("scopes", "*")).expect(422).expectText("last-scopes");
    ada.post(path + "/delete", Map.of("confirm", "admins", "keys", "delete"))
        .expect(422)
        .expectText("Nobody needs to manage keys");
    assertTrue(account("admins").enabled());
    assertEquals(all, account("admins").scopes());
    ada.post(path + "/enabled", Map.of("enabled", "false", "confirmLast", "on")).expectTo(path);
    assertFalse(account("admins").enabled());
  }

  @Test
  void deletesAnAccountWhoseNameWasTyped() {
    accounts().create("team", null, Scopes.ALL);
    ada.get(LIST + "/team/delete").expect(200).expectText("It owns no keys");
    ada.post(LIST + "/team/delete", Map.of("confirm", "tea")).expect(422).expectText("to confirm");
    assertEquals(1, accounts().list(null, 10).size());
    ada.post(LIST + "/team/delete", Map.of("confirm", "team")).expectTo(LIST);
    assertEquals(0, accounts().list(null, 10).size());
    ada.get(LIST).expect(200).expectText("The account is deleted.");
  }

  @Test
  void asksWhatBecomesOfItsKeys() {
    accounts().create("team", null, Scopes.ALL);
    accounts().create("heir", null, Scopes.ALL);
    var key = keys().issue(KeySettings.named("laptop").ownedBy("team")).key();
    String path = LIST + "/team/delete";
    ada.get(path).expect(200).expectText("Give them to another account");
    ada.post(path, Map.of("confirm", "team")).expect(422).expectText("owns keys");
    ada.post(path, Map.of("confirm", "team", "keys", "transfer")).expect(422);
    ada.post(path, Map.of("confirm", "team", "keys", "transfer", "heir", "nobody"))
        .expect(422)
        .expectText("There is no account with this name.")
        .expectText("value=\"nobody\"");
    ada.post(path, Map.of("confirm", "team", "keys", "transfer", "heir", "team")).expect(422);
    ada.post(path, Map.of("confirm", "team", "keys", "transfer", "heir", "heir")).expectTo(LIST);
    assertEquals("heir", keys().get(key.id()).settings().owner());
    ada.post(LIST + "/heir/delete", Map.of("confirm", "heir", "keys", "delete")).expectTo(LIST);
    assertTrue(keys().find(key.id()).isEmpty());
  }

  @Test
  void listsItsKeysAmongAllKeys() {
    accounts().create("team", null, Scopes.ALL);
    keys().issue(KeySettings.named("laptop").ownedBy("team"));
    keys().issue(KeySettings.named("somebody else's"));
    victor
        .get("/console/keys?owner=team")
        .expect(200)
        .expectText("laptop")
        .expectText("of team")
        .expectNoText("somebody else");
    victor.get("/console/keys?owner=%3Cb%3E").expect(200).expectText("of &lt;b&gt;");
  }

  @Test
  void letsViewersLookAndChangeNothing() {
    accounts().create("team", null, Scopes.ALL);
    victor.get(LIST + "/team").expect(200).expectNoText("action=\"/console/accounts");
    victor.get(NEW).expect(403);
    victor.get(LIST + "/team/delete").expect(403);
    victor.post(NEW, Map.of("name", "eve", "scopes", "*")).expect(403);
    victor.post(LIST + "/team/enabled", Map.of("enabled", "false")).expect(403);
    victor.post(LIST + "/team/change", Map.of("scopes", "chat:*")).expect(403);
    victor.post(LIST + "/team/delete", Map.of("confirm", "team")).expect(403);
    assertEquals(Scopes.ALL, account("team").scopes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nobody", "/%3Cb%3E", "/nobody/delete"})
  void knowsNoOthers(String path) {
    ada.get(LIST + path).expect(404);
    ada.post(LIST + "/nobody/enabled", Map.of("enabled", "true")).expect(404);
    ada.post(LIST + "/nobody/change", Map.of("scopes", "*")).expect(404);
    ada.post(LIST + "/nobody/delete", Map.of("confirm", "nobody")).expect(404);
  }

  /** The names on all pages from here on. */
  private List<String> walk(String from) {
    List<String> names = new ArrayList<>();
    String path = from;
    while (!path.isEmpty()) {
      String body = victor.get(path).expect(200).body();
      ROW.matcher(body).results().forEach(row -> names.add(row.group(1)));
      Matcher next = NEXT.matcher(body);
      path = next.find() ? next.group(1).replace("&amp;", "&") : "";
    }
    return names;
  }

  private Account account(String name) {
    return accounts().get(name);
  }

  private Accounts accounts() {
    return server.bean(Accounts.class);
  }

  private ApiKeys keys() {
    return server.bean(ApiKeys.class);
  }
}
