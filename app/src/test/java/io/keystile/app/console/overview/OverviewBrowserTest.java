package io.keystile.app.console.overview;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.usage.KeyUses;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class OverviewBrowserTest {

  @TempDir private Path folder;

  @Test
  void leadsFromNothingToAKeyAndItsCalls() {
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server).signIn(Role.ADMINISTRATOR)) {
      browser.go("/console").expectAccessible().take("overview-empty");
      browser.page().getByText("Make the first key").click();
      browser.page().waitForURL("**/console/keys/new");
      ApiKeyId key = server.bean(ApiKeys.class).issue(KeySettings.named("laptop")).key().id();
      KeyUses uses = server.bean(KeyUses.class);
      for (int i = 0; i < 40; i++) {
        uses.of(key, 1).record(System.currentTimeMillis(), null);
        uses.countRefusal(System.currentTimeMillis(), Reason.IP_NOT_ALLOWED, key, 1);
      }
      uses.flush();
      browser.go("/console").expectAccessible().take("overview");
      browser.page().getByText("See why").click();
      browser.page().waitForURL("**/console/refusals?key=" + key);
    }
  }
}
