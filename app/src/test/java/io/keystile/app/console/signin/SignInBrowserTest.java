package io.keystile.app.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.browser.Screenshots;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SignInBrowserTest {

  @TempDir private static Path folder;
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
  void signsInAndOutInTwoTabs() {
    try (BrowserSession browser = BrowserSession.open(server)) {
      browser.signIn(Role.ADMINISTRATOR);
      Page other = browser.page().context().newPage();
      other.navigate(server.uri() + "/console");
      browser.page().getByLabel("Sign out").click();
      browser.page().getByText("You are signed out.").waitFor();
      other.reload();
      assertTrue(other.url().contains("/console/sign-in"), other.url());
    }
  }

  @Test
  void worksWithoutScript() {
    try (BrowserSession browser = BrowserSession.open(server, Screenshots.NARROW, true, false)) {
      browser.signIn(Role.VIEWER);
      assertTrue(browser.page().content().contains("victor"));
    }
  }

  @Test
  void tellsWhatIsWrongAndKeepsTheName() {
    try (BrowserSession browser = BrowserSession.open(server)) {
      browser.expectSmall("/console/sign-in").expectAccessible().take("sign-in");
      browser.page().getByLabel("Name").fill("ada");
      browser.page().getByLabel("Password").fill("not hers");
      browser.page().keyboard().press("Enter");
      browser.page().getByRole(AriaRole.ALERT).waitFor();
      assertEquals("ada", browser.page().getByLabel("Name").inputValue());
      assertEquals("", browser.page().getByLabel("Password").inputValue());
      browser.expectAccessible().take("sign-in-wrong");
    }
  }

  @Test
  void showsErrorsWithinTheFrame() {
    try (BrowserSession browser = BrowserSession.open(server)) {
      browser.as(Role.ADMINISTRATOR).go("/console/nothing").expectAccessible().take("error");
    }
  }
}
