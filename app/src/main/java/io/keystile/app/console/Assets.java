package io.keystile.app.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files that pages need. Read when the first page is shown. */
@Singleton
public final class Assets {

  private static final String OWN = "keystile/console/assets/";
  // The version is that of the pom.xml; a test loads it.
  private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js";
  private static final String JAVASCRIPT = "text/javascript;charset=utf-8";

  private final Asset stylesheet =
      Asset.load(OWN + "console.css", "console.css", "text/css;charset=utf-8");
  private final Asset script = Asset.load(OWN + "console.js", "console.js", JAVASCRIPT);
  private final Asset icon = Asset.load(OWN + "icon.svg", "icon.svg", "image/svg+xml");
  private final Asset htmx = Asset.load(HTMX, "htmx.js", JAVASCRIPT);

  /** The path of the stylesheet. */
  public String stylesheet() {
    return path(stylesheet);
  }

  /** The path of our script. */
  public String script() {
    return path(script);
  }

  /** The path of htmx. */
  public String htmx() {
    return path(htmx);
  }

  /** The path of the icon. */
  public String icon() {
    return path(icon);
  }

  /** The file of this name, or null. */
  @Nullable Asset find(String name) {
    return List.of(stylesheet, script, htmx, icon).stream()
        .filter(asset -> Objects.equals(asset.name(), name))
        .findFirst()
        .orElse(null);
  }

  private static String path(Asset asset) {
    return "/console/assets/" + asset.name();
  }
}
