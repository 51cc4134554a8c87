package io.keystile.app.console.keys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new key: its form, and the one time that it is shown. */
@Tag("slow")
class NewKeyBrowserTest {

  private static final String LIST = "/console/keys";

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private BrowserSession browser;
  private Page page;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    browser = BrowserSession.open(server).as(Role.ADMINISTRATOR);
    page = browser.page();
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void faultsStandAtTheirFieldsAndNothingTypedIsLost() {
    browser.go(LIST + "/new");
    browser.field("Name").fill("Laptop / test");
    page.getByLabel("Scopes").fill("chat::x");
    page.getByLabel("Rate limits").fill("often");
    page.getByLabel("Quota").fill("much");
    page.getByLabel("Access windows").fill("always");
    page.getByLabel("Allow list, address 1").fill("10.0.0.0/99");
    browser.button("Create").click();
    assertThat(page.locator(".fault")).hasCount(5);
    assertThat(page.locator("#scopes")).isFocused();
    assertThat(browser.field("Name")).hasValue("Laptop / test");
    assertThat(page.getByLabel("Rate limits")).hasValue("often");
    assertThat(page.getByLabel("Allow list, address 1")).hasValue("10.0.0.0/99");
    browser.expectAccessible().take("keys-new-faulty");
  }

  @Test
  void moreAddressesAreAddedWithoutTheServer() {
    browser.go(LIST + "/new");
    page.getByLabel("Allow list, address 1").fill("127.0.0.1");
    page.getByText("Add an address to the Allow list").click();
    page.keyboard().type("10.0.0.0/8");
    assertThat(page.getByLabel("Allow list, address 2")).hasValue("10.0.0.0/8");
    assertThat(page.getByLabel("Allow list, address 1")).hasValue("127.0.0.1");
  }

  @Test
  void aKeyWithoutEndIsCautionedAgainst() {
    browser.go(LIST + "/new");
    assertThat(page.locator(".caution")).isHidden();
    page.getByLabel("Never").check();
    assertThat(page.locator(".caution")).isVisible();
    page.getByLabel("At a date").check();
    assertThat(page.locator("#expiresAt")).isVisible();
    assertThat(page.locator(".caution")).isHidden();
  }

  @Test
  void theKeyIsCopiedAndWorks() {
    String key = make("Copied");
    browser.withClipboard().button("Copy").click();
    assertThat(page.getByText("Copied", new Page.GetByTextOptions().setExact(true))).isVisible();
    assertEquals(key, browser.clipboard());
    page.getByText("Python", new Page.GetByTextOptions().setExact(true)).click();
    browser.button("Copy for Python").click();
    assertThat(page.locator("details[open]")).containsText("Copied");
    assertTrue(browser.clipboard().contains("api_key=\"" + key + "\""));
    assertEquals(200, models(key));
    browser.expectAccessible().take("keys-made");
  }

  @Test
  void theKeyIsSavedAsAFile() throws IOException {
    String key = make("Laptop / test");
    Download file = page.waitForDownload(() -> browser.button("Save as Laptop-test.pak").click());
    assertEquals("Laptop-test.pak", file.suggestedFilename());
    assertEquals(key + "\n", Files.readString(file.path()));
  }

  @Test
  void aReloadShowsTheKeyNoMore() {
    String key = make("Reloaded");
    long count = server.bean(ApiKeys.class).count();
    page.reload();
    assertThat(page.locator("h1")).hasText("Reloaded");
    assertFalse(page.content().contains(key));
    assertEquals(count, server.bean(ApiKeys.class).count());
  }

  @Test
  void goingBackShowsTheKeyNoMore() {
    String key = make("Left");
    browser.go(LIST);
    page.goBack();
    assertFalse(page.content().contains(key));
    page.goForward();
    page.goBack();
    assertFalse(page.content().contains(key));
  }

  @Test
  void anotherTabNeverShowsTheKey() {
    String key = make("Elsewhere");
    Page other = page.context().newPage();
    other.navigate(page.url());
    assertThat(other.locator("h1")).hasText("Elsewhere");
    assertFalse(other.content().contains(key));
  }

  private String make(String name) {
    browser.go(LIST + "/new");
    browser.field("Name").fill(name);
    browser.button("Create").click();
    assertThat(page.locator("#secret")).isVisible();
    return page.locator("#secret").textContent();
  }

  private static int models(String key) {
    Visitor client = server.stranger();
    return client
        .send(client.request("/v1/models").header("Authorization", "Bearer " + key).build())
        .status();
  }
}
