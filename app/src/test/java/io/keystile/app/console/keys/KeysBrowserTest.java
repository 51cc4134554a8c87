package io.keystile.app.console.keys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the empty list to a deleted key, as somebody does who reads nothing before. */
@Tag("walk")
class KeysBrowserTest {

  private static final String LIST = "/console/keys";

  @TempDir private static Path folder;
  private static ConsoleServer server;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void leadsFromTheEmptyListToADeletedKey() throws IOException {
    try (BrowserSession browser = BrowserSession.open(server).signIn(Role.ADMINISTRATOR)) {
      Page page = browser.page();
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      browser.go(LIST).expectAccessible().take("keys-empty");
      String key = makeKey(browser);
      takeItAway(browser, key);
      goesForGood(browser, key);
      switchOffAndOn(browser, key);
      edit(browser);
      rotate(browser);
      delete(browser);
      assertEquals(401, models(key));
    }
  }

  private static String makeKey(BrowserSession browser) {
    Page page = browser.page();
    browser.go(LIST + "/new").expectAccessible().take("keys-new");
    page.getByLabel("Scopes").fill("chat::x");
    page.getByLabel("Rate limits").fill("often");
    page.getByLabel("Allow list, address 1").fill("10.0.0.0/99");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Laptop / test");
    page.keyboard().press("Enter");
    assertThat(page.locator(".fault")).hasCount(3);
    browser.expectAccessible().take("keys-new-faulty");
    page.getByLabel("Scopes").fill("*");
    page.getByLabel("Rate limits").fill("100/1h");
    page.getByLabel("Allow list, address 1").fill("127.0.0.1");
    page.getByText("Add an address to the Allow list").click();
    page.keyboard().type("10.0.0.0/8");
    assertThat(page.getByLabel("Allow list, address 3")).hasValue("10.0.0.0/8");
    page.getByLabel("Never").check();
    assertThat(page.locator(".caution")).isVisible();
    page.getByLabel("In 60 days").check();
    button(page, "Make the key").click();
    assertThat(page.locator("#secret")).isVisible();
    return page.locator("#secret").textContent();
  }

  private static void takeItAway(BrowserSession browser, String key) throws IOException {
    Page page = browser.page();
    browser.expectAccessible().take("keys-made");
    button(page, "Copy").click();
    assertEquals(key, page.evaluate("navigator.clipboard.readText()"));
    Download file = page.waitForDownload(() -> button(page, "Save as Laptop-test.pak").click());
    assertEquals("Laptop-test.pak", file.suggestedFilename());
    assertEquals(key + "\n", Files.readString(file.path()));
    page.getByText("Python", new Page.GetByTextOptions().setExact(true)).click();
    button(page, "Copy for Python").click();
    assertTrue(String.valueOf(page.evaluate("navigator.clipboard.readText()")).contains(key));
  }

  private static void goesForGood(BrowserSession browser, String key) {
    Page page = browser.page();
    long count = server.bean(ApiKeys.class).count();
    page.reload();
    assertThat(page.locator("h1")).hasText("Laptop / test");
    assertFalse(page.content().contains(key));
    browser.go(LIST);
    page.goBack();
    assertFalse(page.content().contains(key));
    page.goForward();
    page.goBack();
    assertFalse(page.content().contains(key));
    Page other = page.context().newPage();
    other.navigate(page.url());
    assertFalse(other.content().contains(key));
    other.close();
    assertEquals(count, server.bean(ApiKeys.class).count());
  }

  private static void switchOffAndOn(BrowserSession browser, String key) {
    Page page = browser.page();
    browser.go(LIST).expectAccessible().take("keys-list");
    staysSmall(page);
    Locator toggle = page.getByRole(AriaRole.SWITCH);
    toggle.focus();
    page.keyboard().press("Space");
    assertThat(page.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "false");
    assertEquals(401, models(key));
    assertThat(page.getByRole(AriaRole.SWITCH)).isFocused();
    page.keyboard().press("Space");
    assertThat(page.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
    assertEquals(200, models(key));
    page.locator("summary[aria-label^='What to do']").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".menu-body")).isVisible();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertTrue(String.valueOf(page.evaluate("navigator.clipboard.readText()")).startsWith("key_"));
    page.keyboard().press("Escape");
    assertThat(page.locator(".menu-body")).isHidden();
  }

  private static void staysSmall(Page page) {
    Object bytes =
        page.evaluate(
            "['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))"
                + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)");
    assertTrue(((Number) bytes).intValue() < 100 * 1024, () -> bytes + " bytes over the wire");
  }

  private static void edit(BrowserSession browser) {
    Page page = browser.page();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Laptop / test")).click();
    page.locator("main").getByText("Edit").click();
    browser.expectAccessible().take("keys-edit");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Desk");
    button(page, "Save").last().click();
    assertThat(page.locator("h1")).hasText("Desk");
    page.getByLabel("From address").fill("192.0.2.7");
    button(page, "Find out").click();
    assertThat(page.locator("#trial")).containsText("ip_not_allowed");
    browser.expectAccessible().take("keys-key");
  }

  private static void rotate(BrowserSession browser) {
    Page page = browser.page();
    page.locator("main .actions").getByText("Rotate").click();
    browser.expectAccessible().take("keys-rotate");
    page.getByLabel("One hour").check();
    button(page, "Rotate").click();
    assertThat(page.locator("#secret")).isVisible();
    page.getByText("Done").click();
    assertThat(page.locator("main")).containsText("Two secrets work");
    browser.go(LIST + "/import").expectAccessible().take("keys-import");
  }

  private static void delete(BrowserSession browser) {
    Page page = browser.page();
    browser.go(LIST);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Desk")).click();
    page.locator("main .actions").getByText("Delete").click();
    browser.expectAccessible().take("keys-delete");
    page.keyboard().type("Desk");
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).containsText("The key is deleted");
  }

  @Test
  void worksWithoutScript() {
    try (BrowserSession browser =
        BrowserSession.open(server, 390, true, false).signIn(Role.ADMINISTRATOR)) {
      Page page = browser.page();
      browser.go(LIST);
      button(page, "Generate a key").click();
      String key = page.locator("#secret").textContent();
      assertEquals(200, models(key));
      page.reload();
      assertThat(page.locator("main")).containsText("This form was sent before");
      page.getByRole(AriaRole.SWITCH).click();
      assertThat(page.locator("main")).containsText("switched off");
      assertEquals(401, models(key));
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static int models(String key) {
    Visitor client = server.stranger();
    return client
        .send(client.request("/v1/models").header("Authorization", "Bearer " + key).build())
        .status();
  }
}
