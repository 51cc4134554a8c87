package io.keystile.app.console;

import java.util.Locale;

/** How something is meant; decides its colour and sign. */
public enum Tone {
  PLAIN,
  GOOD,
  WARN,
  BAD;

  /** As the stylesheet calls it. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
