package io.keystile.app.console.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {

  private static final String NEW = "violet tractor hums";

  @TempDir private Path folder;

  @Test
  void givesANewPasswordWhileTheServerRuns() {
    try (ConsoleServer server = ConsoleServer.start(folder)) {
      Visitor victor = server.signedIn(Role.VIEWER);
      Result result = reset(NEW, "victor").expect(ExitCode.DONE);
      assertFalse(result.out().contains(NEW));
      victor.get("/console/you").expect(303);
      server.stranger().signIn("victor", NEW).expect(303);
      server.stranger().signIn("victor", ConsoleServer.PASSWORD).expect(422);
    }
  }

  @Test
  void makesTheFirstAdministrator() {
    try (ConsoleServer server = ConsoleServer.startEmpty(folder, Map.of())) {
      reset(NEW, "grace").expect(ExitCode.DONE);
      server.stranger().signIn("grace", NEW).expect(303);
      reset(NEW, "somebody").expect(ExitCode.REFUSED);
    }
  }

  @Test
  void refusesWhatCannotBe() {
    try (ConsoleServer server = ConsoleServer.start(folder)) {
      assertTrue(reset(NEW, "nobody").expect(ExitCode.REFUSED).err().contains("ada, victor"));
      reset("short", "victor").expect(ExitCode.REFUSED);
      reset("", "victor").expect(ExitCode.USAGE);
      server.signedIn(Role.VIEWER).get("/console/you").expect(200);
    }
  }

  @Test
  void makesNoDatabase() {
    reset(NEW, "grace").expect(ExitCode.STORE);
  }

  private Result reset(String password, String name) {
    return Program.in(folder).reading(password).run("console", "reset", name);
  }
}
