package io.keystile.app.console.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of a page, light and dark, wide and narrow, in {@code target/screenshots}. */
public final class Screenshots {

  /** The width of a desk. */
  public static final int WIDE = 1280;

  /** The width of a phone. */
  public static final int NARROW = 390;

  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final int HEIGHT = 900;

  private final Page page;

  public Screenshots(Page page) {
    this.page = page;
  }

  /** Takes four, and fails when a narrow page has to be moved sideways. */
  public void take(String name) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      take(name, scheme, NARROW);
      take(name, scheme, WIDE);
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private void take(String name, ColorScheme scheme, int width) {
    page.setViewportSize(width, HEIGHT);
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertTrue(((Number) wider).intValue() <= 0, name + " is too wide at " + width + ": " + wider);
    String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(file + ".png")).setFullPage(true));
  }
}
