package io.keystile.app.console.keys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with a key that is there. */
@Tag("slow")
class KeyLifeBrowserTest {

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
  void aSwitchIsFeltByTheNextCall() {
    IssuedKey key = issue("Switched");
    browser.go(LIST + "?text=Switched");
    Locator toggle = page.getByRole(AriaRole.SWITCH);
    toggle.focus();
    page.keyboard().press("Space");
    assertThat(toggle).hasAttribute("aria-checked", "false");
    assertEquals(401, models(key));
    assertThat(toggle).isFocused();
    page.keyboard().press("Space");
    assertThat(toggle).hasAttribute("aria-checked", "true");
    assertEquals(200, models(key));
  }

  @Test
  void aMenuCopiesTheIdAndClosesByEscape() {
    IssuedKey key = issue("With a menu");
    browser.withClipboard().go(LIST + "?text=menu");
    page.getByLabel("What to do with With a menu").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.getByText("Copied")).isVisible();
    assertEquals(key.key().id().value(), browser.clipboard());
    page.keyboard().press("Escape");
    assertThat(page.locator(".menu-body")).isHidden();
    assertThat(page.getByLabel("What to do with With a menu")).isFocused();
  }

  @Test
  void anEditIsInForce() {
    IssuedKey key = issue("Laptop");
    browser.go(path(key) + "/edit");
    browser.field("Name").fill("Desk");
    page.getByLabel("Allow list, address 1").fill("192.0.2.7");
    browser.button("Save").last().click();
    assertThat(page.locator("h1")).hasText("Desk");
    assertEquals(403, models(key));
  }

  @Test
  void faultsOfAnEditStandAtTheirFields() {
    browser.go(path(issue("Faulty edit")) + "/edit");
    browser.field("Name").fill("  ");
    page.getByLabel("Owner").fill("nobody there");
    page.getByLabel("Deny list, address 1").fill("10.0.0.0/99");
    browser.button("Save").last().click();
    assertThat(page.locator("#name-fault")).isVisible();
    assertThat(page.locator("#deny-fault-0")).isVisible();
    assertThat(page.locator("[name='deny.0.address']")).hasValue("10.0.0.0/99");
    assertThat(page.locator("#name")).isFocused();
    browser.expectAccessible().take("keys-edit-faulty");
  }

  @Test
  void aTrialTellsWhatWouldHappen() {
    IssuedKey key = issue("Tried");
    browser.go(path(key));
    page.getByLabel("From address").fill("not an address");
    browser.button("Find out").click();
    assertThat(page.locator("#address-fault")).isVisible();
    page.getByLabel("From address").fill("192.0.2.7");
    browser.button("Find out").click();
    assertThat(page.locator("#trial")).containsText("Accepted");
    browser.expectAccessible().take("keys-trial");
  }

  @Test
  void twoSecretsWorkAfterARotation() {
    IssuedKey key = issue("Rotated");
    browser.go(path(key) + "/rotate");
    page.getByLabel("One hour").check();
    browser.button("Rotate").click();
    assertThat(page.locator("#secret")).isVisible();
    String secret = page.locator("#secret").textContent();
    browser.expectAccessible().take("keys-rotated");
    assertEquals(200, models(secret));
    assertEquals(200, models(key));
    page.getByText("Done").click();
    assertThat(page.locator("main")).containsText("Two secrets work");
  }

  @Test
  void aDeletedKeyIsRefused() {
    IssuedKey key = issue("Deleted");
    browser.go(path(key) + "/delete");
    page.getByLabel("Type its name").fill("another name");
    page.keyboard().press("Enter");
    assertThat(page.locator("#name-fault")).isVisible();
    browser.expectAccessible().take("keys-delete-faulty");
    page.getByLabel("Type its name").fill("Deleted");
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).containsText("The key is deleted");
    assertEquals(401, models(key));
  }

  @Test
  void anImportTellsTheLineThatIsWrong() {
    browser.go(LIST + "/import");
    page.getByLabel("Keys", new Page.GetByLabelOptions().setExact(true))
        .fill("sk-legacy-0123456789abcdef0123456789abcdef\ntoo short");
    browser.button("Import").click();
    assertThat(page.locator("main tbody")).containsText("Refused");
    assertThat(page.locator("main tbody")).containsText("Added");
    browser.expectAccessible().take("keys-imported");
    browser.button("Import").click();
    assertThat(page.locator("#keys")).isFocused();
  }

  private static String path(IssuedKey key) {
    return LIST + "/" + key.key().id().value();
  }

  private static IssuedKey issue(String name) {
    return server
        .bean(ApiKeys.class)
        .issue(KeySettings.named(name).withScopes(Scopes.of("models:read")));
  }

  private static int models(IssuedKey key) {
    return models(key.secret().exposeText());
  }

  private static int models(String key) {
    Visitor client = server.stranger();
    return client
        .send(client.request("/v1/models").header("Authorization", "Bearer " + key).build())
        .status();
  }
}
