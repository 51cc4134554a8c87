package io.keystile.app.console.routes;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RoutesBrowserTest {

  @TempDir private Path folder;

  @Test
  void showsRoutes() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server)) {
      browser.signIn(Role.VIEWER);
      browser.go("/console/routes").expectAccessible().take("routes");
      browser.go("/console/routes?show=unguarded").expectAccessible().take("routes-unguarded");
    }
  }
}
