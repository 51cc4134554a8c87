package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewKeyTest {

  private static final String LIST = "/console/keys";
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("ks_[A-Za-z0-9]{32}");

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor administrator;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder, Map.of());
    administrator = server.signedIn(Role.ADMINISTRATOR);
    server.bean(Accounts.class).create("team", null, Scopes.ALL);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name| |Name must have 1 to 100 characters.",
        "name|a\tb|Name must not contain control characters.",
        "owner|nobody|There is no account of this name.",
        "scopes|a::b|scope",
        "expiry|soon|Choose one of these.",
        "expiry|date|Choose the date, or another period.",
        "rateLimits|100/hour|A rate limit is an amount",
        "rateLimits|100/1h 200/1h|A rate limit is an amount",
        "quotas|many|A quota is an amount",
        "windows|weekend|An access window reads like",
        "notBefore|tomorrow|This must be a date and time",
        "allow.0.address|10.0.0.0/33|10.0.0.0/33",
        "deny.3.address|::gg|::gg",
        "allow.0.address|010.0.0.1|010.0.0.1",
        "allow.0.note|why|address"
      })
  void tellsEachFaultAtItsFieldAndLosesNothing(String field, String value, String message) {
    long before = count();
    Map<String, String> form = form();
    form.put("description", "typed with care");
    form.put(field, Objects.requireNonNullElse(value, " "));
    String body = administrator.post(LIST, form).expect(422).body();
    assertTrue(body.contains("typed with care"), body);
    assertTrue(body.contains("class=\"fault\""), body);
    assertTrue(body.toLowerCase(Locale.ROOT).contains(message.toLowerCase(Locale.ROOT)), body);
    assertEquals(before, count());
  }

  @Test
  void tellsAllFaultsAtOnce() {
    Map<String, String> form = form();
    form.put("name", "");
    form.put("rateLimits", "1/1h\nnonsense\n2/1h");
    form.put("expiry", "date");
    form.put("expiresAt", "2001-01-01T00:00");
    administrator
        .post(LIST, form)
        .expect(422)
        .expectText("Name must have 1 to 100 characters.")
        .expectText("Line 2: A rate limit is")
        .expectText("This is in the past");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "made-up-token-0123456789"})
  void asksAgainWhenItDoesNotKnowTheForm(String once) {
    long before = count();
    Map<String, String> form = form();
    form.put("once", once);
    administrator
        .post(LIST, form)
        .expect(422)
        .expectText("does not know this form any more")
        .expectText("value=\"new one\"");
    assertEquals(before, count());
  }

  @Test
  void keepsViewersOut() {
    Visitor viewer = server.signedIn(Role.VIEWER);
    viewer.get(LIST + "/new").expect(403);
    viewer.post(LIST, form()).expect(403);
    viewer.post(LIST + "/generate", form()).expect(403);
    server.stranger().get(LIST + "/new").expectTo("/console/sign-in?to=/console/keys/new");
  }

  @Test
  void showsTheKeyOnceAndMakesNoSecondOne() {
    Map<String, String> form = form();
    form.put("name", "Café <b>/..");
    Answer made = administrator.post(LIST, form).expect(200);
    String key = find(KEY, made.body());
    assertEquals(6, KEY.matcher(made.body()).results().filter(m -> m.group().equals(key)).count());
    made.expectText("Café &lt;b&gt;/..").expectText("data-save-as=\"Cafe-b.pak\"");
    for (String title : new String[] {"curl", "Python", "JavaScript", "Java", "SillyTavern"}) {
      made.expectText(">" + title + "</summary>");
    }
    made.expectText(server.uri() + "/v1");
    made.expectText("Store it in an environment variable")
        .expectText("One key for each application")
        .expectText("Restrict its addresses")
        .expectText("Rotate it every 90 days");
    assertEquals("no-store", made.header("Cache-Control"));
    long before = count();
    administrator.post(LIST, form).expectTo(LIST);
    assertEquals(before, count());
    administrator.get(LIST).expectText("This form was sent before").expectNoText(key);
    administrator
        .get(find(Pattern.compile("data-shown-once=\"([^\"]+)\""), made.body()))
        .expect(200)
        .expectNoText(key);
  }

  @Test
  void takesEverythingThatWasTyped() {
    Map<String, String> form = form();
    form.putAll(
        Map.of(
            "name", "full",
            "owner", "team",
            "scopes", "chat:*, models:read",
            "expiry", "date",
            "expiresAt", "2999-06-30T12:00",
            "notBefore", "2027-01-31T09:00",
            "zone", "Europe/Berlin",
            "rateLimits", "100/1h\r\n5/1s",
            "quotas", "1000/day",
            "windows", "Mon-Fri 08:00-18:00 Europe/Berlin"));
    form.putAll(
        Map.of(
            "allow.0.address", "10.0.0.0/8",
            "allow.0.enabled", "on",
            "allow.0.note", "office",
            "allow.7.address", "192.168.1.100",
            "deny.0.address", "10.6.6.6",
            "deny.0.enabled", "on"));
    administrator.post(LIST, form).expect(200);
    ManagedKey key = only("full");
    assertEquals("team", key.settings().owner());
    assertEquals(Scopes.of("chat:*", "models:read"), key.scopes());
    assertEquals(Instant.parse("2999-06-30T10:00:00Z"), key.expiresAt());
    assertEquals(Instant.parse("2027-01-31T08:00:00Z"), key.notBefore());
    assertEquals(2, key.settings().limits().rateLimits().size());
    assertEquals("[1000/day]", key.settings().limits().quotas().toString());
    assertEquals("[Mon-Fri 08:00-18:00 Europe/Berlin]", key.settings().windows().toString());
    assertEquals(2, key.settings().allow().size());
    assertEquals("office", key.settings().allow().get(0).note());
    assertFalse(key.settings().allow().get(1).enabled());
    assertEquals("10.6.6.6", key.settings().deny().get(0).address());
  }

  @Test
  void addsARowWithoutScript() {
    Map<String, String> form = form();
    form.put("allow.0.address", "10.0.0.1");
    form.put("add", "allow");
    long before = count();
    administrator
        .post(LIST, form)
        .expect(200)
        .expectText("value=\"10.0.0.1\"")
        .expectText("name=\"allow.1.address\"")
        .expectText("name=\"allow.2.address\"");
    assertEquals(before, count());
  }

  @Test
  void generatesInOneClickForAsLongAsIsWise() {
    String page = administrator.get(LIST).body();
    String name =
        find(Pattern.compile("id=\"generate-name\" name=\"name\" value=\"([^\"]+)\""), page);
    Map<String, String> form = Map.of("name", name, "once", find(ONCE, page));
    String key = find(KEY, administrator.post(LIST + "/generate", form).expect(200).body());
    Instant end = Objects.requireNonNull(only(name).expiresAt());
    assertTrue(end.isAfter(Instant.now().plus(Duration.ofDays(89))), end::toString);
    assertEquals(only(name).hint().substring(4), key.substring(key.length() - 4));
    administrator.post(LIST + "/generate", form).expectTo(LIST);
  }

  @Test
  void generatesNothingUnderANameThatIsNone() {
    Map<String, String> form = Map.of("name", "x".repeat(101), "once", once());
    administrator.post(LIST + "/generate", form).expect(422).expectText("1 to 100 characters");
  }

  private static Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("name", "new one");
    form.put("expiry", "90");
    form.put("once", once());
    return form;
  }

  private static String once() {
    return find(ONCE, administrator.get(LIST + "/new").expect(200).body());
  }

  private static ManagedKey only(String name) {
    return server.bean(ApiKeys.class).search(KeyQuery.ALL.withText(name), null, 2).items().get(0);
  }

  private static long count() {
    return server.bean(ApiKeys.class).count();
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertTrue(found.find(), text);
    return found.group(found.groupCount());
  }
}
