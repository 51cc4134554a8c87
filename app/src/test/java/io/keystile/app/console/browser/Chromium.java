package io.keystile.app.console.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine. Without one, tests are skipped; where CI is set, they fail. */
final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Path executable;

  Chromium() {
    this.executable = find();
    this.playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** A browser that has seen nothing yet. */
  BrowserContext open(int width, boolean dark, boolean script) {
    try {
      return playwright
          .chromium()
          .launchPersistentContext(
              Files.createTempDirectory("keystile-chromium"),
              new LaunchPersistentContextOptions()
                  .setExecutablePath(executable)
                  .setArgs(FLAGS)
                  .setViewportSize(width, 900)
                  .setJavaScriptEnabled(script)
                  .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                  .setReducedMotion(ReducedMotion.REDUCE)
                  .setLocale("en-GB")
                  .setTimezoneId("Europe/Berlin")
                  .setAcceptDownloads(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  @Override
  public void close() {
    playwright.close();
  }
}
