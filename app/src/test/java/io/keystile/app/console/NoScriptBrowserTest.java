package io.keystile.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.browser.Screenshots;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that runs no script, on a phone in the dark. */
@Tag("slow")
class NoScriptBrowserTest {

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
  void aKeyIsMadeSwitchedRotatedAndDeleted() {
    try (BrowserSession browser =
        BrowserSession.open(server, Screenshots.NARROW, true, false).signIn(Role.ADMINISTRATOR)) {
      Page page = browser.page();
      browser.go("/console/keys/new");
      browser.field("Name").fill("By hand");
      page.getByText("Add an address to the Allow list").click();
      assertThat(page.getByLabel("Allow list, address 2")).isVisible();
      browser.button("Create").click();
      String key = page.locator("#secret").textContent();
      assertEquals(200, models(key));

      page.getByText("Done").click();
      page.getByRole(AriaRole.SWITCH).click();
      assertThat(page.locator("main")).containsText("switched off");
      assertEquals(401, models(key));
      page.getByRole(AriaRole.SWITCH).click();
      assertThat(page.locator("main")).containsText("switched on");
      assertEquals(200, models(key));

      page.locator("main .actions").getByText("Rotate").click();
      page.getByLabel("None: the old secret ends now").check();
      browser.button("Rotate").click();
      String newer = page.locator("#secret").textContent();
      assertEquals(401, models(key));
      assertEquals(200, models(newer));

      page.getByText("Done").click();
      page.locator("main .actions").getByText("Delete").click();
      page.getByLabel("I am sure").check();
      browser.button("Delete").click();
      assertThat(page.locator("main")).containsText("The key is deleted");
      assertEquals(401, models(newer));
    }
  }

  @Test
  void theSameFormMakesNoSecondKey() {
    try (BrowserSession browser =
        BrowserSession.open(server, Screenshots.NARROW, true, false).as(Role.ADMINISTRATOR)) {
      browser.go("/console/keys").button("Generate API Key").click();
      assertThat(browser.page().locator("#secret")).isVisible();
      browser.page().reload();
      assertThat(browser.page().locator("main")).containsText("This form was sent before");
    }
  }

  @Test
  void theNavigationIsReached() {
    try (BrowserSession browser =
        BrowserSession.open(server, Screenshots.NARROW, true, false).as(Role.VIEWER)) {
      Page page = browser.go("/console/keys").page();
      page.getByLabel("Menu").click();
      page.getByRole(AriaRole.NAVIGATION).getByText("API Keys").click();
      assertThat(page.locator("h1")).hasText("API Keys");
    }
  }

  private static int models(String key) {
    Visitor client = server.stranger();
    return client
        .send(client.request("/v1/models").header("Authorization", "Bearer " + key).build())
        .status();
  }
}
