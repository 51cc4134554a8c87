package io.keystile.app.console.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AuditBrowserTest {

  private static final String LIST = "/console/audit";

  @TempDir private Path folder;

  @Test
  void looksAtTheLogVerifiesItAndTakesItAway() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server).signIn(Role.VIEWER)) {
      server.bean(ApiKeys.class).issue(KeySettings.named("laptop").describedAs("on my desk"));
      Page page = browser.page();
      browser.go(LIST).expectAccessible().take("audit");
      page.locator("tbody th a").first().click();
      assertThat(page.locator("h1")).containsText("Row ");
      browser.expectAccessible().take("audit-row");
      browser.go(LIST + "?from=nonsense").expectAccessible().take("audit-faulty");
      browser.go(LIST);
      Download file = page.waitForDownload(() -> page.getByText("Export").click());
      Assertions.assertEquals("audit.jsonl", file.suggestedFilename());
      page.getByText("Verify").click();
      assertThat(page.locator("h1")).hasText("The audit log is intact");
      browser.expectAccessible().take("audit-verified");
    }
  }
}
