package io.keystile.app.console.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupTest {

  private static final String SETUP = "/console/setup";

  @TempDir private Path folder;
  private ConsoleServer server;

  @BeforeEach
  void start() {
    server = ConsoleServer.startEmpty(folder, Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void leadsTheFirstVisitorToTheFirstPage() {
    Visitor visitor = server.stranger();
    visitor.get("/console").expectTo(SETUP);
    String code = server.bean(SetupCode.class).offer();
    visitor.get(SETUP).expect(200).expectText("Set-up code").expectNoText(code);
    visitor.post(SETUP, form(code)).expectTo("/console");
    visitor.get("/console").expect(200).expectText("Overview");
    visitor.get("/console/you").expect(200).expectText("grace").expectText("Administrator");
    assertEquals(1, server.bean(ConsoleUsers.class).list().size());
  }

  @Test
  void makesItsTablesForTheFirstUserOnly() throws SQLException {
    server.stranger().get("/console").expectTo(SETUP);
    assertFalse(hasTables());
    server.stranger().post(SETUP, form(server.bean(SetupCode.class).offer())).expectTo("/console");
    assertTrue(hasTables());
  }

  private boolean hasTables() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
        ResultSet tables =
            connection.getMetaData().getTables(null, null, "keystile_console_%", null)) {
      return tables.next();
    }
  }

  @Test
  void letsNobodyInTwiceWithTheCode() {
    String code = server.bean(SetupCode.class).offer();
    server.stranger().post(SETUP, form(code)).expectTo("/console");
    server.stranger().get(SETUP).expectTo("/console/sign-in");
    server.stranger().post(SETUP, form(code)).expectTo("/console/sign-in");
    assertFalse(server.bean(SetupCode.class).matches(code));
    assertEquals(1, server.bean(ConsoleUsers.class).list().size());
  }

  @ParameterizedTest
  @CsvSource({
    "code, 2222-2222-2222-2222-2222, This is not the code",
    "code, '', This is not the code",
    "name, '', Enter a name.",
    "name, <b>, Use up to 64 letters",
    "password, short, Use at least 12 characters.",
    "password, password1234, This is among the first",
    "again, something else, The passwords differ."
  })
  void tellsFaultsAndKeepsWhatWasTyped(String field, String value, String message) {
    Map<String, String> form = form(server.bean(SetupCode.class).offer());
    form.put(field, value);
    Answer answer = server.stranger().post(SETUP, form).expect(422).expectText(message);
    if (!field.equals("name")) {
      answer.expectText("value=\"grace\"");
    }
    answer.expectNoText("value=\"" + ConsoleServer.PASSWORD);
    assertTrue(server.bean(ConsoleUsers.class).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
  void worksForNobodyBehindAProxy(String header) {
    String code = server.bean(SetupCode.class).offer();
    Visitor visitor = server.stranger();
    String body =
        "code=" + code + "&name=grace&password=violet+tractor+hums&again=violet+tractor+hums";
    HttpRequest request =
        visitor
            .request(SETUP)
            .header(header, "198.51.100.7")
            .header("Origin", server.uri().toString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    visitor.send(request).expect(422).expectText("only in a browser on the server");
    assertTrue(server.bean(ConsoleUsers.class).isEmpty());
  }

  @Test
  void leavesNoFileWithACodeThatWasUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("console-setup.txt"), "a code");
    String code = server.bean(SetupCode.class).offer();
    server.bean(SetupCode.class).writtenTo(file);
    server.stranger().post(SETUP, form("2222-2222-2222-2222-2222")).expect(422);
    assertTrue(Files.exists(file));
    server.stranger().post(SETUP, form(code)).expectTo("/console");
    assertFalse(Files.exists(file));
  }

  @Test
  void saysThatThereIsNoCode() {
    server.stranger().get(SETUP).expect(200).expectText("keystile console reset");
  }

  @Test
  void closesTheCodeAfterAnHour() {
    Instant[] now = {Instant.parse("2027-01-31T09:00:00Z")};
    InstantSource source = () -> now[0];
    SetupCode code = new SetupCode(source.withZone(ZoneOffset.UTC));
    String first = code.offer();
    assertTrue(first.matches("([2-9a-z]{4}-){4}[2-9a-z]{4}"), first);
    assertTrue(code.matches(" " + first.toUpperCase(Locale.ROOT).replace("-", " ")));
    String second = code.offer();
    assertFalse(code.matches(first));
    now[0] = now[0].plus(Duration.ofHours(1));
    assertFalse(code.matches(second));
    assertFalse(code.isOpen());
  }

  @Test
  void isGoneOnceThereIsSomebody() {
    server.bean(ConsoleUsers.class).add("ada", Role.ADMINISTRATOR, ConsoleServer.PASSWORD);
    server.stranger().get(SETUP).expectTo("/console/sign-in");
    assertFalse(server.bean(ConsoleUsers.class).addFirst("eve", ConsoleServer.PASSWORD));
  }

  private static Map<String, String> form(String code) {
    return new HashMap<>(
        Map.of(
            "code",
            code,
            "name",
            "grace",
            "password",
            ConsoleServer.PASSWORD,
            "again",
            ConsoleServer.PASSWORD));
  }
}
