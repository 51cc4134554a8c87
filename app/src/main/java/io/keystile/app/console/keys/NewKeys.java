package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.auth.keys.AccountNotFoundException;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes keys from what was typed. */
@Singleton
final class NewKeys {

  private static final Duration LIFE = Duration.ofDays(90);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'Key of' uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Fields that a fault of the whole can be told of. */
  private static final Set<String> FIELDS =
      Set.of("name", "description", "notBefore", "expiresAt", "windows", "allow", "deny");

  private final ApiKeys keys;
  private final Clock clock;

  NewKeys(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  static String proposedName(Instant now) {
    return NAME.format(now);
  }

  /** Makes a key, or notes why not and answers null. */
  @Nullable IssuedKey issue(KeySettings settings, Faults faults) {
    try {
      return keys.issue(settings);
    } catch (IllegalArgumentException e) {
      addFault(faults, e);
    } catch (AccountNotFoundException e) {
      faults.add("owner", "There is no account of this name.");
    }
    return null;
  }

  /** Makes a key with one click: a name, the usual scopes, an end in 90 days or sooner. */
  @Nullable IssuedKey generate(String name, Faults faults) {
    Instant now = clock.instant();
    KeySettings named =
        FieldChecks.check(
            faults, "name", name.isEmpty() ? proposedName(now) : name, KeySettings::named);
    if (named == null) {
      return null;
    }
    Faults tooLong = Faults.none();
    IssuedKey issued = issue(named.validBetween(null, now.plus(LIFE)), tooLong);
    // Where an operator allows less than 90 days, a key without an end gets what is allowed.
    return tooLong.isEmpty() ? issued : issue(named, faults);
  }

  /** Notes what the library objects at the field that it names. */
  static void addFault(Faults faults, IllegalArgumentException fault) {
    String message = String.valueOf(fault.getMessage());
    String first = message.split(" ", 2)[0];
    faults.add(FIELDS.contains(first) ? first : "name", FieldChecks.sentence(message));
  }
}
