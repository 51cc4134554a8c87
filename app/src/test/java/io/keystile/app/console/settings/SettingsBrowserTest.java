package io.keystile.app.console.settings;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SettingsBrowserTest {

  @TempDir private Path folder;

  @Test
  void changesSettingsAndTheSwitch() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server)) {
      browser.signIn(Role.ADMINISTRATOR);
      browser.go("/console/settings").expectAccessible().take("settings");
      browser.go("/console/settings/keystile.brute-force.max-failures").expectAccessible();
      browser.page().getByLabel("Value").fill("many");
      browser.page().keyboard().press("Enter");
      browser.page().getByText("it is a whole number").waitFor();
      browser.expectAccessible().take("setting-fault");
      browser.page().getByLabel("Value").fill("7");
      browser.page().keyboard().press("Enter");
      browser.page().getByText("The setting is changed").waitFor();
      browser.page().getByRole(AriaRole.SWITCH).click();
      browser.page().getByText("Management, this console").waitFor();
      browser.expectAccessible().take("authentication-off");
      browser
          .page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch it off"))
          .click();
      browser.page().getByText("the API asks nobody for a key").first().waitFor();
      browser.expectAccessible().take("settings-open");
    }
  }
}
