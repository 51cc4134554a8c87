package io.keystile.app.console.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Chromium of this machine. Starting it takes long, so that all tests of a process share one;
 * each has a window that knows nothing of the others. Without one, tests are skipped; where CI is
 * set, they fail. For the thread that runs the tests.
 */
final class Chromium {

  /** How many milliseconds anything may take: a machine with other work may stand still. */
  private static final double PATIENCE = 1000.0 * Integer.getInteger("keystile.test.patience", 120);

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable Browser shared;

  private Chromium() {}

  /** A window that has seen nothing yet, with what the options say. */
  static BrowserContext open(NewContextOptions options) {
    BrowserContext context =
        running()
            .newContext(
                options
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB")
                    .setTimezoneId("Europe/Berlin")
                    .setAcceptDownloads(true));
    context.setDefaultTimeout(PATIENCE);
    context.setDefaultNavigationTimeout(PATIENCE);
    return context;
  }

  private static Browser running() {
    Browser browser = shared;
    if (browser == null || !browser.isConnected()) {
      browser = launch(find());
      shared = browser;
    }
    return browser;
  }

  /** It ends with this process, which it is connected to. */
  private static Browser launch(Path executable) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Playwright playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return playwright
        .chromium()
        .launch(
            new LaunchOptions().setExecutablePath(executable).setArgs(FLAGS).setTimeout(PATIENCE));
  }

  private static Path find() {
    Path found =
        Stream.of(System.getenv("PATH").split(":"))
            .flatMap(
                folder -> Stream.of("chromium", "chromium-browser").map(Path.of(folder)::resolve))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (found == null) {
      if ("true".equals(System.getenv("CI"))) {
        fail("There is no Chromium here; the tests of the console need it.");
      }
      System.err.println("SKIPPED: no Chromium here, so the console is not tried in a browser.");
      return abort("no Chromium");
    }
    return found;
  }
}
