package io.keystile.app.console.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.ConsoleUser;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.LastAdministratorException;
import io.keystile.app.console.people.Role;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditRecord;
import io.keystile.auth.audit.AuditTrail;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

  private static final String USERS = "/console/users";
  private static final String NEW = "violet tractor hums";

  @TempDir private Path folder;
  private ConsoleServer server;
  private Visitor ada;

  @BeforeEach
  void start() {
    server = ConsoleServer.start(folder);
    ada = server.signedIn(Role.ADMINISTRATOR);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {USERS, USERS + "/new", USERS + "/ada"})
  void isNotForViewers(String path) {
    server.signedIn(Role.VIEWER).get(path).expect(403).expectNoText("Console users");
  }

  @Test
  void addsSomebodyAndTellsTheAuditLog() {
    ada.post(USERS, Map.of("name", "grace", "role", "viewer", "password", NEW)).expectTo(USERS);
    ada.get(USERS).expect(200).expectText("grace").expectText("can sign in now");
    server.stranger().signIn("grace", NEW).expect(303);
    List<AuditRecord> records =
        server.bean(AuditTrail.class).page(AuditFilter.ALL, null, 2).items();
    assertEquals("console.sign_in", records.get(0).action());
    assertEquals("console.user_create", records.get(1).action());
    assertEquals("ada", records.get(1).actorId());
  }

  @ParameterizedTest
  @CsvSource({
    "'', violet tractor hums, Enter a name.",
    "new, violet tractor hums, Choose another name",
    "a b, violet tractor hums, Use up to 64 letters",
    "VICTOR, violet tractor hums, Somebody has this name already.",
    "grace, short, Use at least 12 characters."
  })
  void addsNobodyWithAFault(String name, String password, String message) {
    ada.post(USERS, Map.of("name", name, "role", "administrator", "password", password))
        .expect(422)
        .expectText(message)
        .expectText("value=\"administrator\" checked");
    assertEquals(2, server.bean(ConsoleUsers.class).list().size());
  }

  @Test
  void changesARole() {
    ada.post(USERS + "/victor/role", Map.of("role", "administrator")).expectTo(USERS);
    assertEquals(Role.ADMINISTRATOR, user("victor").role());
    ada.post(USERS + "/victor/role", Map.of("role", "emperor")).expect(422);
    ada.post(USERS + "/ada/role", Map.of("role", "viewer")).expect(422).expectText("This is you");
  }

  @Test
  void setsAPasswordAndEndsTheSessions() {
    Visitor victor = server.signedIn(Role.VIEWER);
    ada.post(USERS + "/victor/password", Map.of("password", "short")).expect(422);
    victor.get("/console/you").expect(200);
    ada.post(USERS + "/victor/password", Map.of("password", NEW)).expectTo(USERS);
    victor.get("/console/you").expect(303);
    server.stranger().signIn("victor", NEW).expect(303);
  }

  @Test
  void removesSomebodyWhoseNameWasTyped() {
    Visitor victor = server.signedIn(Role.VIEWER);
    ada.post(USERS + "/victor/remove", Map.of("confirm", "vic")).expect(422);
    assertNotNull(server.bean(ConsoleUsers.class).findUser("victor"));
    ada.post(USERS + "/victor/remove", Map.of("confirm", "victor")).expectTo(USERS);
    assertNull(server.bean(ConsoleUsers.class).findUser("victor"));
    victor.get("/console/you").expect(303);
    ada.post(USERS + "/ada/remove", Map.of("confirm", "ada")).expect(422).expectText("This is you");
    ada.get(USERS + "/victor").expect(404);
  }

  @Test
  void leavesAnAdministrator() {
    ConsoleUsers users = server.bean(ConsoleUsers.class);
    assertThrows(LastAdministratorException.class, () -> users.remove("ada"));
    assertThrows(LastAdministratorException.class, () -> users.changeRole("ada", Role.VIEWER));
  }

  private ConsoleUser user(String name) {
    return server.bean(ConsoleUsers.class).getUser(name);
  }
}
