package io.keystile.app.console.help;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class HelpBrowserTest {

  @TempDir private Path folder;

  @Test
  void explainsRefusals() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server)) {
      browser.signIn(Role.VIEWER);
      browser.go("/console/help").expectAccessible().take("help");
      browser.go("/console/help#ip_not_allowed").page().locator("#ip_not_allowed").waitFor();
    }
  }
}
