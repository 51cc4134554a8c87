package io.keystile.app.console.you;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Sessions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YouTest {

  private static final String YOU = "/console/you";
  private static final String NEW = "violet tractor hums";

  @TempDir private Path folder;
  private ConsoleServer server;

  @BeforeEach
  void start() {
    server = ConsoleServer.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void changesThePasswordAndKeepsThisBrowserOnly() {
    Visitor here = server.signedIn(Role.VIEWER);
    Visitor elsewhere = server.signedIn(Role.VIEWER);
    here.post(YOU + "/password", form()).expectTo(YOU);
    here.get(YOU).expect(200).expectText("The password was changed.");
    elsewhere.get(YOU).expectTo("/console/sign-in?to=" + YOU);
    server.stranger().signIn("victor", ConsoleServer.PASSWORD).expect(422);
    server.stranger().signIn("victor", NEW).expect(303);
  }

  @ParameterizedTest
  @CsvSource({
    "current, not it, This is not your password.",
    "password, short, Use at least 12 characters.",
    "password, victor123456, This is among the first",
    "again, other, The passwords differ."
  })
  void changesNothingWithAFault(String field, String value, String message) {
    Visitor visitor = server.signedIn(Role.VIEWER);
    Map<String, String> form = form();
    form.put(field, value);
    visitor.post(YOU + "/password", form).expect(422).expectText(message).expectNoText(NEW);
    server.stranger().signIn("victor", ConsoleServer.PASSWORD).expect(303);
  }

  @Test
  void endsOtherSessionsOnly() {
    Visitor here = server.signedIn(Role.VIEWER);
    Visitor elsewhere = server.signedIn(Role.VIEWER);
    Visitor somebodyElse = server.signedIn(Role.ADMINISTRATOR);
    here.get(YOU).expectText("Sign out everywhere else");
    here.post(YOU + "/sessions/end-others", Map.of()).expectTo(YOU);
    here.get(YOU).expect(200).expectText("signed out everywhere else");
    elsewhere.get(YOU).expect(303);
    somebodyElse.get(YOU).expect(200);
  }

  @Test
  void endsNobodyElsesSession() {
    Visitor administrator = server.signedIn(Role.ADMINISTRATOR);
    server
        .signedIn(Role.VIEWER)
        .post(
            YOU + "/sessions/" + server.bean(Sessions.class).of("ada").get(0).id() + "/end",
            Map.of())
        .expect(303);
    administrator.get(YOU).expect(200);
    assertTrue(server.bean(Sessions.class).of("ada").size() == 1);
  }

  private static Map<String, String> form() {
    return new HashMap<>(Map.of("current", ConsoleServer.PASSWORD, "password", NEW, "again", NEW));
  }
}
