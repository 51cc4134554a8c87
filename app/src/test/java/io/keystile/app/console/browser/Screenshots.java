package io.keystile.app.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Pictures of a page, light and dark, wide and narrow, in {@code target/screenshots}. */
public final class Screenshots {

  /** The width of a desk. */
  public static final int WIDE = 1280;

  /** The width of a phone. */
  public static final int NARROW = 390;

  static final int HEIGHT = 900;

  private static final Path FOLDER = Path.of("target", "screenshots");

  /** What a finger has to hit; a link within a text, and a box with its label, are exempt. */
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll(`button, summary, select, textarea, nav a, a.button,
          input:not([type=hidden], [type=checkbox]:not(.switch), [type=radio])`)]
        .filter((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true })
          && !it.closest(".hidden-text, [aria-hidden=true]") && !it.matches(".link, .hidden-text"))
        .map((it) => [it, it.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24)
        .map(([it, box]) => it.outerHTML.slice(0, 120) + " " + box.width + "x" + box.height)
      """;

  private final Page page;

  public Screenshots(Page page) {
    this.page = page;
  }

  /**
   * Takes four, and fails when a page has to be moved sideways, or when a narrow one has something
   * too small for a finger.
   */
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
    page.evaluate("scrollTo(0, 0)");
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertTrue(((Number) wider).intValue() <= 0, name + " is too wide at " + width + ": " + wider);
    if (width == NARROW) {
      assertEquals(List.of(), page.evaluate(TOO_SMALL), name);
    }
    String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(file + ".png")).setFullPage(true));
  }
}
