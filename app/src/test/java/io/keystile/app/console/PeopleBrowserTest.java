package io.keystile.app.console;

import com.microsoft.playwright.options.AriaRole;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.setup.SetupCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("walk")
class PeopleBrowserTest {

  @TempDir private Path folder;

  @Test
  void setsUpTheConsole() {
    try (ConsoleServer server = ConsoleServer.startEmpty(folder, Map.of());
        BrowserSession browser = BrowserSession.open(server)) {
      String code = server.bean(SetupCode.class).offer();
      browser.go("/console").expectAccessible().take("setup");
      browser.page().getByLabel("Set-up code").fill(code);
      browser.page().getByLabel("Your name").fill("grace");
      browser.page().locator("#password").fill("short");
      browser.page().locator("#again").fill("shorter");
      browser.page().keyboard().press("Enter");
      browser.page().getByText("Use at least 12 characters.").waitFor();
      browser.expectAccessible().take("setup-faults");
      browser.page().locator("#password").fill(ConsoleServer.PASSWORD);
      browser.page().locator("#again").fill(ConsoleServer.PASSWORD);
      browser.page().keyboard().press("Enter");
      browser.page().getByRole(AriaRole.NAVIGATION).waitFor();
    }
  }

  @Test
  void looksAfterUsersAndOneself() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server)) {
      browser.signIn(Role.ADMINISTRATOR);
      browser.go("/console/you").expectAccessible().take("you");
      browser.go("/console/users").expectAccessible().take("users");
      browser.go("/console/users/new").expectAccessible().take("user-new");
      browser.page().getByLabel("Name").fill("grace");
      browser.page().getByLabel("Administrator").check();
      browser.page().getByLabel("First password").fill(ConsoleServer.PASSWORD);
      browser.page().keyboard().press("Enter");
      browser.page().getByText("can sign in now").waitFor();
      browser.expectAccessible().take("users-added");
      browser.go("/console/users/grace").expectAccessible().take("user");
      browser.go("/console/users/ada").expectAccessible().take("user-self");
    }
  }
}
