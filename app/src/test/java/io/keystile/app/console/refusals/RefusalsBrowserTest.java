package io.keystile.app.console.refusals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RefusalsBrowserTest {

  private static final String LIST = "/console/refusals";

  @TempDir private Path folder;

  @Test
  void showsARefusalAsItHappensAndWhy() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server).signIn(Role.VIEWER)) {
      Page page = browser.page();
      browser.go(LIST).expectAccessible().take("refusals-empty");
      server.stranger().get("/v1/models").expect(401);
      assertThat(page.locator("#refusals tbody tr")).hasCount(1);
      page.getByText("Pause").click();
      assertThat(page.locator("[data-pause]")).hasAttribute("aria-pressed", "true");
      browser.expectAccessible().take("refusals");
      browser.go(LIST + "?address=nowhere").expectAccessible().take("refusals-faulty");
      browser.go(LIST);
      page.locator("#refusals tbody a").first().click();
      assertThat(page.locator("h1")).hasText("Refused: missing_authorization");
      browser.expectAccessible().take("refusal");
      browser.go(LIST + "/rcpt_1").expectAccessible().take("refusal-none");
    }
  }

  @Test
  void worksWithoutScript() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser =
            BrowserSession.open(server, 390, true, false).signIn(Role.VIEWER)) {
      Page page = browser.page();
      browser.go(LIST);
      server.stranger().get("/v1/models").expect(401);
      page.getByText("Refresh").click();
      assertThat(page.locator("#refusals tbody tr")).hasCount(1);
      assertThat(page.locator("[data-pause]")).isHidden();
    }
  }
}
