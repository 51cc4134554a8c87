package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.app.console.LocalMoment;
import io.keystile.auth.keys.KeySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads from when to when a key is valid. The form knows minutes only. */
final class KeyTimes {

  private static final String EXPIRES = "expiresAt";
  private static final String STARTS = "notBefore";

  private final KeyForm form;
  private final Faults faults;
  private final Instant now;

  KeyTimes(KeyForm form, Faults faults, Instant now) {
    this.form = form;
    this.faults = faults;
    this.now = now;
  }

  /** The settings with both ends; an end that was not touched keeps its seconds. */
  KeySettings read(KeySettings settings, KeySettings before) {
    Instant start = kept(before.notBefore(), moment(STARTS, form.notBefore()));
    Instant end = kept(before.expiresAt(), end());
    if (end != null && !end.isAfter(now) && !end.equals(before.expiresAt())) {
      faults.add(EXPIRES, "This is in the past; a key that ends at once can be disabled instead.");
    } else if (start != null && end != null && !start.isBefore(end)) {
      faults.add(EXPIRES, "The key would end before it begins.");
    } else {
      return settings.validBetween(start, end);
    }
    return settings;
  }

  private @Nullable Instant end() {
    return switch (form.expiry()) {
      case KeyForm.NEVER -> null;
      case KeyForm.DATE -> {
        if (form.expiresAt().isBlank()) {
          faults.add(EXPIRES, "Choose the date, or another period.");
        }
        yield moment(EXPIRES, form.expiresAt());
      }
      case "30", "60", "90" -> now.plus(Duration.ofDays(Integer.parseInt(form.expiry())));
      default -> {
        faults.add("expiry", "Choose one of these.");
        yield null;
      }
    };
  }

  private @Nullable Instant moment(String field, String text) {
    if (text.isBlank()) {
      return null;
    }
    return FieldChecks.check(faults, field, text, typed -> LocalMoment.parse(typed, form.zone()));
  }

  private static @Nullable Instant kept(@Nullable Instant before, @Nullable Instant typed) {
    return before != null
            && typed != null
            && before.truncatedTo(ChronoUnit.MINUTES).equals(typed.truncatedTo(ChronoUnit.MINUTES))
        ? before
        : typed;
  }
}
