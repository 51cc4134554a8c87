package io.keystile.app.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every page has to keep, whatever it shows: those that links lead to, found anew each time.
 */
@Tag("slow")
class EveryPageBrowserTest {

  /** For strangers, no page at all, or there only while something goes on. */
  private static final Set<String> APART =
      Set.of(
          "/console/assets/{name}",
          "/console/audit/export",
          "/console/jobs/{id}",
          "/console/setup",
          "/console/sign-in");

  /** A page that is shown as the answer to a form, and has an address of its own. */
  private static final String ANSWER = "/console/settings/authentication";

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Map<String, String> pages = Map.of();
  private static BrowserSession browser;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
    Showcase.fill(server, folder);
    pages = PageFinder.find(server, server.signedIn(Role.ADMINISTRATOR));
    pages.put(ANSWER, ANSWER);
    browser = BrowserSession.open(server).as(Role.ADMINISTRATOR);
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @Test
  void linksLeadToEachOfThem() {
    Set<String> missing = new TreeSet<>(PageFinder.routes(server));
    missing.removeAll(pages.keySet());
    missing.removeAll(APART);
    assertEquals(Set.of(), missing);
  }

  @Test
  void aViewerMeetsNoLinkThatIsClosed() {
    Visitor viewer = server.signedIn(Role.VIEWER);
    PageFinder.find(server, viewer)
        .values()
        .forEach(path -> viewer.get(path).expectNoText("You may not do this"));
  }

  static Stream<Map.Entry<String, String>> pages() {
    return pages.entrySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void keepsTheRules(Map.Entry<String, String> shown) {
    String name = shown.getKey().replaceAll("^/console/?", "").replaceAll("[^a-z]+", "-");
    assertAll(
        () -> browser.expectSmall(shown.getValue()),
        () -> assertEquals(1, browser.page().locator("h1").count(), "one heading"),
        () -> assertEquals(0, repeatedIds(browser.page()), "ids that stand twice"),
        browser::expectAccessible,
        () -> browser.take("page-" + name.replaceAll("-$", "")),
        browser::expectNothingWrong);
  }

  private static Object repeatedIds(Page page) {
    return page.evaluate(
        "(() => { const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);"
            + " return ids.length - new Set(ids).size; })()");
  }
}
