package io.keystile.app.console.keys;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The ready-made views of the list. */
public enum KeyFilter {
  ALL("All"),
  ACTIVE("Active"),
  DISABLED("Disabled"),
  EXPIRED("Expired"),
  EXPIRING("Expiring soon"),
  NEVER_USED("Never used"),
  UNUSED("Unused for 90 days"),
  ENVIRONMENT("From environment");

  /** What soon means. */
  public static final Duration SOON = Duration.ofDays(14);

  private static final Set<KeyStatus> NOT_OVER =
      EnumSet.complementOf(EnumSet.of(KeyStatus.EXPIRED));

  private final String title;

  KeyFilter(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** As it stands in an address. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The filter of this name; everything when there is none. */
  static KeyFilter parse(String text) {
    for (KeyFilter filter : values()) {
      if (filter.text().equals(text)) {
        return filter;
      }
    }
    return ALL;
  }

  KeyQuery on(KeyQuery query, Instant now) {
    return switch (this) {
      case ALL -> query;
      case ACTIVE -> query.withStatus(Set.of(KeyStatus.ACTIVE));
      case DISABLED -> query.withStatus(Set.of(KeyStatus.DISABLED));
      case EXPIRED -> query.withStatus(Set.of(KeyStatus.EXPIRED));
      case EXPIRING -> query.withStatus(NOT_OVER).expiringBefore(now.plus(SOON));
      case NEVER_USED -> query.onlyNeverUsed();
      case UNUSED -> query.unusedSince(now.minus(KeyAdvice.LONG));
      case ENVIRONMENT -> query.from(Source.ENVIRONMENT);
    };
  }
}
