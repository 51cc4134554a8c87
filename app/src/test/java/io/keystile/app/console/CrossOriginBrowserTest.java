package io.keystile.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of somebody else, opened by somebody who is signed in here. */
@Tag("slow")
class CrossOriginBrowserTest {

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

  /** The first is of the same site, so that the browser sends the cookie along. */
  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "http://elsewhere.test"})
  void cannotMakeAKey(String origin) {
    try (BrowserSession browser = BrowserSession.open(server).as(Role.ADMINISTRATOR)) {
      String form =
          "<form method=post action='"
              + server.uri()
              + "/console/keys/generate'><input name=name value=stolen><button>Win</button></form>";
      Page page = browser.visit(origin, form).page();
      int status =
          page.waitForResponse(
                  answer -> answer.url().endsWith("/generate"), () -> page.getByText("Win").click())
              .status();
      assertTrue(status == 403, () -> "status " + status);
      assertEquals(0, server.bean(ApiKeys.class).count());
    }
  }
}
