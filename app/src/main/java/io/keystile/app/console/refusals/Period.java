package io.keystile.app.console.refusals;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far back to look. */
enum Period {
  ANY("Any time", null),
  HOUR("Last hour", Duration.ofHours(1)),
  DAY("Last 24 hours", Duration.ofHours(24)),
  WEEK("Last 7 days", Duration.ofDays(7));

  private final String title;
  private final @Nullable Duration back;

  Period(String title, @Nullable Duration back) {
    this.title = title;
    this.back = back;
  }

  String title() {
    return title;
  }

  /** As it stands in an address; empty for any. */
  String text() {
    return this == ANY ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** The period of this name; any when there is none. */
  static Period parse(String text) {
    for (Period period : values()) {
      if (period.text().equals(text)) {
        return period;
      }
    }
    return ANY;
  }

  /** The first instant that counts, or null. */
  @Nullable Instant since(Instant now) {
    return back == null ? null : now.minus(back);
  }
}
