package io.keystile.app.console.routes;

import io.keystile.app.console.Destination;
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
      case OPEN_ON_PURPOSE -> Destination.isConsole(route.template()) ? CONSOLE : OPEN;
    };
  }

  /** The kind of this name. */
  static Optional<RouteKind> find(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
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
