package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.ManagedKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyChangesTest {

  private static final String LIST = "/console/keys";
  private static final Pattern KEY = Pattern.compile("ks_[A-Za-z0-9]{32}");

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor administrator;

  private IssuedKey issued;
  private String path;

  KeyChangesTest() {
    issued = server.bean(ApiKeys.class).issue(KeySettings.named("before"));
    path = LIST + "/" + issued.key().id();
  }

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder, Map.of());
    administrator = server.signedIn(Role.ADMINISTRATOR);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/edit", "/rotate", "/delete"})
  void keepsViewersOut(String action) {
    Visitor viewer = server.signedIn(Role.VIEWER);
    viewer.get(path + action).expect(403);
    viewer.post(path + action, Map.of("name", "before", "sure", "on")).expect(403);
    viewer.post(path + "/reveal", Map.of()).expect(403);
    assertEquals(issued.key(), now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/edit", "/rotate", "/delete", ""})
  void findsNoOtherKeys(String action) {
    for (String id : List.of("key_nobody", "nonsense", "key_%00")) {
      administrator.get(LIST + "/" + id + action).expect(404);
    }
    administrator.post(LIST + "/key_nobody/edit", Map.of("name", "x")).expect(404);
    administrator.post(LIST + "/key_nobody/delete", Map.of("sure", "on")).expect(404);
    administrator.post(LIST + "/key_nobody/reveal", Map.of()).expect(404);
  }

  @Test
  void savesWhatWasChangedAndKeepsTheRest() {
    Instant end = Instant.parse("2999-01-01T00:00:59.123Z");
    issue(
        KeySettings.named("before")
            .validBetween(null, end)
            .withMetadata(Map.of("team", "blue"))
            .from(List.of(AddressEntry.of("10.0.0.1")), List.of()));
    Map<String, String> form = edit();
    form.put("name", "after");
    administrator.post(path + "/edit", form).expectTo(path);
    administrator.get(path).expectText("The key is saved").expectText("after");
    assertEquals(issued.key().settings().renamed("after"), now().settings());
  }

  @Test
  void saysWhenSomebodyElseWasFaster() {
    Map<String, String> form = edit();
    server.bean(ApiKeys.class).change(issued.key().id(), there -> there.renamed("theirs"));
    form.put("name", "mine");
    Answer conflict = administrator.post(path + "/edit", form).expect(422);
    conflict.expectText("Somebody else changed this key").expectText("value=\"mine\"");
    assertEquals("theirs", now().name());
    form.put("version", find("name=\"version\" value=\"([0-9]+)\"", conflict.body()));
    administrator.post(path + "/edit", form).expectTo(path);
    assertEquals("mine", now().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "x", "99999999999999999999"})
  void savesNothingWithoutAVersion(String version) {
    Map<String, String> form = edit();
    form.put("version", version);
    administrator.post(path + "/edit", form).expect(422).expectText("Somebody else");
    assertEquals(issued.key(), now());
  }

  @Test
  void asksBeforeItOpensAKeyToEveryAddress() {
    issue(KeySettings.named("inside").from(List.of(AddressEntry.of("10.0.0.1")), List.of()));
    Map<String, String> form = edit();
    form.remove("allow.0.enabled");
    administrator.post(path + "/edit", form).expect(422).expectText("from every address");
    assertTrue(now().settings().allow().get(0).enabled());
    form.put("confirmOpen", "on");
    administrator.post(path + "/edit", form).expectTo(path);
  }

  @Test
  void leavesListsAloneThatAreTooLongForTheForm() {
    List<AddressEntry> many =
        IntStream.range(0, 300)
            .mapToObj(i -> AddressEntry.of("10.0." + i / 200 + "." + i % 200))
            .toList();
    issue(KeySettings.named("many").from(many, List.of()));
    Map<String, String> form = edit();
    assertTrue(!form.containsKey("allow.0.address"));
    form.put("name", "still many");
    administrator.post(path + "/edit", form).expectTo(path);
    assertEquals(many, now().settings().allow());
  }

  @Test
  void asksBeforeTheLastWayInGoes() {
    issue(KeySettings.named("admin").withScopes(Scopes.of("keystile:admin")));
    Map<String, String> off = Map.of("enabled", "false", "back", LIST);
    administrator.post(path + "/enabled", off).expect(422).expectText("last usable key");
    administrator
        .post(path + "/delete", Map.of("sure", "on"))
        .expect(422)
        .expectText("confirmLast");
    Map<String, String> form = edit();
    form.put("scopes", "*");
    administrator.post(path + "/edit", form).expect(422).expectText("confirmLast");
    assertEquals(issued.key(), now());
    administrator
        .post(path + "/enabled", Map.of("enabled", "false", "confirmed", "true"))
        .expectTo(LIST);
  }

  @Test
  void rotatesOnceAndLetsTheOldSecretWorkOn() {
    String page = administrator.get(path + "/rotate").expect(200).body();
    Map<String, String> form =
        Map.of("overlap", "60", "once", find("name=\"once\" value=\"([^\"]+)\"", page));
    administrator.post(path + "/rotate", Map.of("overlap", "7")).expect(422);
    administrator.post(path + "/rotate", Map.of("overlap", "60", "once", "x")).expect(422);
    String body = administrator.post(path + "/rotate", form).expect(200).body();
    Matcher key = KEY.matcher(body);
    assertTrue(key.find(), body);
    assertEquals(200, models(key.group()));
    assertEquals(200, models(issued.secret().exposeText()));
    administrator.post(path + "/rotate", form).expectTo(path);
    assertEquals(2, now().generation());
    administrator.get(LIST + "?text=" + issued.key().id()).expectText("The old secret");
  }

  @Test
  void rotatesNoKeyThatIsOff() {
    server.bean(ApiKeys.class).disable(issued.key().id());
    String page = administrator.get(path + "/rotate").body();
    Map<String, String> form =
        Map.of("overlap", "0", "once", find("name=\"once\" value=\"([^\"]+)\"", page));
    administrator.post(path + "/rotate", form).expect(422).expectText("enable it before");
  }

  @Test
  void deletesWhenTheNameWasTypedOrTheBoxTicked() {
    administrator
        .post(path + "/delete", Map.of("name", "befor"))
        .expect(422)
        .expectText("Type the name");
    administrator.post(path + "/delete", Map.of("name", "before")).expectTo(LIST);
    assertTrue(server.bean(ApiKeys.class).find(issued.key().id()).isEmpty());
    administrator.get(LIST).expectText("The key is deleted");
    administrator.get(path).expect(404);
    issue(KeySettings.named("again"));
    administrator.post(path + "/delete", Map.of("sure", "on")).expectTo(LIST);
  }

  @Test
  void revealsNothingWhereNoCopiesAreKept() {
    administrator
        .post(path + "/reveal", Map.of())
        .expect(422)
        .expectText("keystile.keys.recoverable is off")
        .expectNoText(issued.secret().exposeText());
    administrator.get(path).expectNoText("Show and copy");
  }

  private void issue(KeySettings settings) {
    issued = server.bean(ApiKeys.class).issue(settings);
    path = LIST + "/" + issued.key().id();
  }

  private ManagedKey now() {
    return server.bean(ApiKeys.class).get(issued.key().id());
  }

  private Map<String, String> edit() {
    String page = administrator.get(path + "/edit").expect(200).body();
    Map<String, String> form = new HashMap<>();
    Pattern.compile("<input ([^>]*)>")
        .matcher(page)
        .results()
        .map(input -> input.group(1))
        .filter(
            input ->
                !input.matches(".*type=\"(checkbox|radio)\".*")
                    || input.matches(".*\\schecked\\b.*"))
        .forEach(input -> put(form, input));
    form.remove("_token");
    return form;
  }

  private static void put(Map<String, String> form, String input) {
    Matcher name = Pattern.compile("\\bname=\"([^\"]+)\"").matcher(input);
    Matcher value = Pattern.compile("\\bvalue=\"([^\"]*)\"").matcher(input);
    if (name.find()) {
      form.put(name.group(1), value.find() ? value.group(1) : "");
    }
  }

  private static int models(String key) {
    Visitor client = server.stranger();
    return client
        .send(client.request("/v1/models").header("Authorization", "Bearer " + key).build())
        .status();
  }

  private static String find(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertTrue(found.find(), text);
    return found.group(1);
  }
}
