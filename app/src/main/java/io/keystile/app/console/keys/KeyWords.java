package io.keystile.app.console.keys;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.ManagedKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words for what pages about keys show. */
public final class KeyWords {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private KeyWords() {}

  /** A moment, for those without script. */
  public static String utc(Instant moment) {
    return UTC.format(moment);
  }

  /** A count with separators. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** What a key is worth. */
  public static String status(KeyStatus status) {
    return switch (status) {
      case ACTIVE -> "Active";
      case DISABLED -> "Off";
      case EXPIRED -> "Expired";
      case NOT_YET_VALID -> "Not yet valid";
      case EXHAUSTED -> "Quota used up";
    };
  }

  /** The same where the owner is what keeps it off. */
  public static String status(KeyLine line) {
    ManagedKey key = line.key();
    return key.enabled() && !key.ownerEnabled() ? "Owner off" : status(line.status());
  }

  /** How the stylesheet calls the colour of a status. */
  public static String tone(KeyStatus status) {
    return switch (status) {
      case ACTIVE -> "good";
      case DISABLED -> "";
      case EXPIRED -> "bad";
      case NOT_YET_VALID -> "accent";
      case EXHAUSTED -> "warn";
    };
  }

  /** An action of the audit log, as people say it. */
  public static String action(String action) {
    return switch (action) {
      case "key.issue" -> "Made";
      case "key.import" -> "Imported";
      case "key.change" -> "Changed";
      case "key.enable" -> "Switched on";
      case "key.disable" -> "Switched off";
      case "key.rotate" -> "Rotated";
      case "key.reveal" -> "Shown";
      case "key.delete" -> "Deleted";
      default -> action;
    };
  }
}
