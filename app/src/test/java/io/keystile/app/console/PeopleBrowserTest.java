package io.keystile.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.setup.SetupCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people who use the console, from the first one on. */
@Tag("slow")
class PeopleBrowserTest {

  @TempDir private static Path folder;
  @TempDir private Path empty;
  private static ConsoleServer server;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theFirstOneSetsUpTheConsole() {
    try (ConsoleServer fresh = ConsoleServer.startEmpty(empty, Map.of());
        BrowserSession browser = BrowserSession.open(fresh)) {
      Page page = browser.page();
      String code = fresh.bean(SetupCode.class).offer();
      browser.go("/console").expectAccessible().take("setup");
      page.getByLabel("Set-up code").fill(code);
      page.getByLabel("Your name").fill("grace");
      page.locator("#password").fill("short");
      page.locator("#again").fill("shorter");
      page.keyboard().press("Enter");
      assertThat(page.getByText("Use at least 12 characters.")).isVisible();
      browser.expectAccessible().take("setup-faulty");
      page.locator("#password").fill(ConsoleServer.PASSWORD);
      page.locator("#again").fill(ConsoleServer.PASSWORD);
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
    }
  }

  @Test
  void aUserIsAddedWhenTheFaultsAreMended() {
    try (BrowserSession browser = BrowserSession.open(server).as(Role.ADMINISTRATOR)) {
      Page page = browser.page();
      browser.go("/console/users/new");
      page.getByLabel("Name").fill("gr ace");
      page.getByLabel("Administrator").check();
      page.getByLabel("First password").fill("password");
      page.keyboard().press("Enter");
      assertThat(page.locator("#name-fault")).isVisible();
      assertThat(page.locator("#password-fault")).isVisible();
      assertThat(page.getByLabel("Name")).hasValue("gr ace");
      assertThat(page.getByLabel("Administrator")).isChecked();
      assertThat(page.getByLabel("First password")).hasValue("");
      browser.expectAccessible().take("users-new-faulty");
      page.getByLabel("Name").fill("grace");
      page.getByLabel("First password").fill(ConsoleServer.PASSWORD);
      page.keyboard().press("Enter");
      assertThat(page.getByText("can sign in now")).isVisible();
    }
  }

  @Test
  void aUserIsRemovedOnlyWhenTheNameIsTyped() {
    try (BrowserSession browser = BrowserSession.open(server).as(Role.ADMINISTRATOR)) {
      Page page = browser.page();
      browser.go("/console/users/victor");
      page.getByLabel("New password").fill("short");
      browser.button("Set the password").click();
      assertThat(page.locator("#password-fault")).isVisible();
      page.getByLabel("Type victor to confirm").fill("vic");
      browser.button("Remove the user").click();
      assertThat(page.locator("#confirm-fault")).isVisible();
      browser.expectAccessible().take("users-user-faulty");
    }
  }

  @Test
  void aPasswordIsChangedOnlyWithTheOneBefore() {
    try (BrowserSession browser = BrowserSession.open(server).as(Role.ADMINISTRATOR)) {
      Page page = browser.page();
      browser.go("/console/you");
      page.getByLabel("Password until now").fill("not this");
      page.locator("#password").fill("several words at once");
      page.locator("#again").fill("several words at once");
      browser.button("Change the password").click();
      assertThat(page.locator("#current-fault")).isVisible();
      assertThat(page.getByLabel("Password until now")).hasValue("");
      browser.expectAccessible().take("you-faulty");
    }
  }
}
