package io.keystile.app.console.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.ConsoleServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

  @TempDir private static Path folder;
  private static ConsoleServer server;

  private Instant now = Instant.parse("2027-01-31T09:00:00Z");
  private final InstantSource source = () -> now;
  private ConsoleUsers users;
  private Sessions sessions;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
  }

  @BeforeEach
  void open() {
    users = server.bean(ConsoleUsers.class);
    sessions = new Sessions(users, source.withZone(ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void endsAfterHalfAnHourWithoutUse() {
    String token = begin("ada");
    pass(Duration.ofMinutes(29));
    assertNotNull(sessions.find(token));
    pass(Duration.ofMinutes(29));
    assertNotNull(sessions.find(token));
    pass(Duration.ofMinutes(30));
    assertNull(sessions.find(token));
  }

  @Test
  void isNotUsedByALook() {
    String token = begin("ada");
    pass(Duration.ofMinutes(29));
    assertNotNull(sessions.look(token));
    pass(Duration.ofMinutes(1));
    assertNull(sessions.look(token));
    assertNull(sessions.find(token));
  }

  @Test
  void endsAfterTwelveHoursOfUse() {
    String token = begin("ada");
    for (int i = 0; i < 35; i++) {
      pass(Duration.ofMinutes(20));
      assertNotNull(sessions.find(token));
    }
    pass(Duration.ofMinutes(20));
    assertNull(sessions.find(token));
  }

  @Test
  void knowsNoOtherTokens() {
    String token = begin("ada");
    assertEquals(43, token.length());
    assertNotEquals(token, begin("ada"));
    assertNull(sessions.find(""));
    assertNull(sessions.find(token + "x"));
    assertNull(sessions.find(new SessionToken(token).digest()));
    assertNull(sessions.find(sessions.of("ada").get(0).id()));
  }

  @Test
  void endsWithThePassword() {
    users.add("carl", Role.VIEWER, ConsoleServer.PASSWORD);
    Session session = find(begin("carl"));
    assertNotNull(sessions.findSignedIn(session));
    users.changePassword("carl", "another horse battery");
    assertNull(sessions.findSignedIn(session));
    assertEquals(0, sessions.of("carl").size());
  }

  @Test
  void endsWithTheUserAndIsNotThatOfTheNextOfTheName() {
    users.add("dora", Role.VIEWER, ConsoleServer.PASSWORD);
    Session session = find(begin("dora"));
    users.remove("dora");
    users.add("dora", Role.ADMINISTRATOR, ConsoleServer.PASSWORD);
    assertNull(sessions.findSignedIn(session));
  }

  @Test
  void followsTheRole() {
    users.add("emil", Role.VIEWER, ConsoleServer.PASSWORD);
    Session session = find(begin("emil"));
    users.changeRole("emil", Role.ADMINISTRATOR);
    SignedIn signedIn = sessions.findSignedIn(session);
    assertNotNull(signedIn);
    assertTrue(signedIn.mayChange());
  }

  @Test
  void keepsOnlySoManyOfOneUser() {
    String oldest = begin("ada");
    for (int i = 0; i < Sessions.MOST_PER_USER; i++) {
      pass(Duration.ofSeconds(1));
      begin("ada");
    }
    assertNull(sessions.find(oldest));
    assertEquals(Sessions.MOST_PER_USER, sessions.of("ada").size());
  }

  private String begin(String name) {
    return sessions.start(name, "192.0.2.1").text();
  }

  private Session find(String token) {
    Session session = sessions.find(token);
    assertNotNull(session);
    return session;
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
  }
}
