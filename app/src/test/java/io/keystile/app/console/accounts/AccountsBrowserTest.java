package io.keystile.app.console.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AccountsBrowserTest {

  @TempDir private Path folder;

  @Test
  void looksAfterAccounts() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server)) {
      browser.signIn(Role.ADMINISTRATOR);
      browser.go("/console/accounts").expectAccessible().take("accounts-empty");
      browser.go("/console/accounts/~new").expectAccessible().take("account-new");
      browser.page().getByLabel("Name").fill("team");
      browser.page().getByLabel("Description").fill("Everybody");
      browser.page().getByLabel("Scopes").fill("Chat!");
      browser.page().keyboard().press("Enter");
      assertThat(browser.page().locator("#scopes-fault")).isVisible();
      assertThat(browser.page().getByLabel("Description")).hasValue("Everybody");
      browser.expectAccessible().take("account-faulty");
      browser.page().getByLabel("Name").fill("team");
      browser.page().getByLabel("Description").fill("Everybody in the office");
      browser.page().getByLabel("Scopes").fill("chat:* models:read");
      browser.page().keyboard().press("Enter");
      browser.page().getByText("The account is made").waitFor();
      browser.expectAccessible().take("account");
      browser.go("/console/accounts").expectAccessible().take("accounts");
      browser.go("/console/accounts/team/delete").expectAccessible().take("account-delete");
    }
  }
}
