package io.keystile.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who has no mouse. */
@Tag("slow")
class KeyboardBrowserTest {

  private static final int MOST_STOPS = 80;

  private static final String FOCUSED =
      """
      () => {
        const it = document.activeElement;
        const box = it.getBoundingClientRect();
        const shown = it.matches(":focus-visible") && parseFloat(getComputedStyle(it).outlineWidth)
          && getComputedStyle(it).outlineStyle !== "none" && box.width > 1 && box.height > 1;
        const name = it.ariaLabel || it.labels?.[0]?.textContent || it.textContent;
        return [name.replace(/\\s+/g, " ").trim(), shown ? "seen" : "not seen"].join("|");
      }
      """;

  /** The focus may go to the browser's own buttons in between, but to nothing behind the dialog. */
  private static final String IN_DIALOG =
      "document.activeElement.closest('dialog') !== null || document.activeElement.matches('body')";

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
  void leadsFromSigningInToANewKey() {
    try (BrowserSession browser = BrowserSession.open(server)) {
      Page page = browser.withClipboard().go("/console/sign-in").page();
      assertThat(page.getByLabel("Name")).isFocused();
      page.keyboard().type(ConsoleServer.nameOf(Role.ADMINISTRATOR));
      tabTo(page, "Password");
      page.keyboard().type(ConsoleServer.PASSWORD);
      tabTo(page, "Sign in");
      page.keyboard().press("Enter");
      page.waitForURL(url -> !url.contains("/sign-in"));

      browser.go("/console/keys");
      tabTo(page, "New API Key");
      page.keyboard().press("Enter");
      assertThat(page.locator("#name")).isFocused();
      page.keyboard().type("Typed");
      tabTo(page, "Create");
      page.keyboard().press("Enter");
      assertThat(page.locator("#secret")).isVisible();

      String key = page.locator("#secret").textContent();
      tabTo(page, "Copy");
      page.keyboard().press("Enter");
      assertThat(page.getByText("Copied")).isVisible();
      assertEquals(key, browser.clipboard());
      tabTo(page, "Done");
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("Typed");
    }
  }

  @Test
  void theNavigationCanBeSkipped() {
    try (BrowserSession browser = BrowserSession.open(server).as(Role.VIEWER)) {
      Page page = browser.go("/console/keys").page();
      page.keyboard().press("Tab");
      assertEquals("Skip to the content|seen", page.evaluate(FOCUSED));
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertEquals(true, page.evaluate("document.activeElement.closest('main') !== null"));
    }
  }

  @Test
  void aDialogKeepsTheFocusAndGivesItBack() {
    String id =
        server.bean(ApiKeys.class).issue(KeySettings.named("Asked about")).key().id().value();
    try (BrowserSession browser = BrowserSession.open(server).as(Role.ADMINISTRATOR)) {
      Page page = browser.go("/console/keys/" + id).page();
      tabTo(page, "Delete");
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog")).isVisible();
      browser.expectAccessible().take("keys-delete-dialog");
      for (int i = 0; i < 12; i++) {
        page.keyboard().press("Tab");
        assertEquals(true, page.evaluate(IN_DIALOG));
      }
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).isHidden();
      assertThat(page.locator("main .actions [data-open]")).isFocused();
    }
  }

  /** Presses Tab until the element of this name has the focus, and sees that each stop is shown. */
  private static void tabTo(Page page, String name) {
    for (int i = 0; i < MOST_STOPS; i++) {
      page.keyboard().press("Tab");
      String[] stop = String.valueOf(page.evaluate(FOCUSED)).split("\\|", -1);
      assertNotEquals("not seen", stop[stop.length - 1], stop[0]);
      if (stop[0].equals(name)) {
        return;
      }
    }
    fail("Tab does not lead to " + name);
  }
}
