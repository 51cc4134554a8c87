package io.keystile.app.console.routes;

import io.keystile.app.console.Tone;
import io.keystile.auth.web.RouteProtection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a route is guarded, the weakest first. */
public enum RouteKind {
  UNGUARDED("Unguarded", Tone.WARN),
  OPEN("Open on purpose", Tone.PLAIN),
  GUARDED("Asks for a key", Tone.GOOD),
  CONSOLE("Page of the console", Tone.PLAIN);

  private static final String CONSOLE_PATH = "/console";

  private final String title;
  private final Tone tone;

  RouteKind(String title, Tone tone) {
    this.title = title;
    this.tone = tone;
  }

  static RouteKind of(RouteProtection route) {
    return switch (route.kind()) {
      case GUARDED -> GUARDED;
      case OPEN -> UNGUARDED;
      case OPEN_ON_PURPOSE -> isConsole(route.template()) ? CONSOLE : OPEN;
    };
  }

  /** The kind of this name. */
  static Optional<RouteKind> find(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }

  private static boolean isConsole(String template) {
    return template.equals(CONSOLE_PATH) || template.startsWith(CONSOLE_PATH + "/");
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  /** As it stands in an address. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its colour. */
  public Tone tone() {
    return tone;
  }
}
