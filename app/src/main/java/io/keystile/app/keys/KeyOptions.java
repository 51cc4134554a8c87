package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be chosen for a key, when it is made and later. An option that is given replaces. */
final class KeyOptions {

  @Mixin private final ScopeOption scope = new ScopeOption();

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private @Nullable String description;

  @Option(names = "--owner", paramLabel = "ACCOUNT", description = "The account that owns it.")
  private @Nullable String owner;

  @Option(
      names = "--not-before",
      paramLabel = "WHEN",
      converter = StartConverter.class,
      description = "From when it is valid: 12h, 90d, 4w, a date (2027-01-31) or now.")
  private @Nullable Expiry notBefore;

  @Option(
      names = "--expires",
      paramLabel = "WHEN",
      converter = ExpiryConverter.class,
      description = "12h, 90d, 4w, a date (2027-01-31: its start in UTC) or never.")
  private @Nullable Expiry expires;

  @Option(
      names = "--window",
      paramLabel = "WINDOW",
      description =
          "Hours in which it may be used, such as 'Mon-Fri 08:00-18:00 Europe/Berlin'; repeat for"
              + " more.")
  private final List<String> windows = new ArrayList<>();

  @Option(
      names = "--allow",
      paramLabel = "CIDR",
      description = "An address or network it may be used from; repeat for more.")
  private final List<String> allow = new ArrayList<>();

  @Option(
      names = "--deny",
      paramLabel = "CIDR",
      description = "An address or network it may not be used from; repeat for more.")
  private final List<String> deny = new ArrayList<>();

  @Option(
      names = "--rate",
      paramLabel = "LIMIT",
      description =
          "How often it may be used, such as 100/1h or '100/1h burst 20'; repeat for more;"
              + " unlimited keeps the defaults away.")
  private final List<String> rates = new ArrayList<>();

  @Option(
      names = "--quota",
      paramLabel = "QUOTA",
      description = "How much it may be used, such as 1000/day or 10000/30d; repeat for more.")
  private final List<String> quotas = new ArrayList<>();

  @Option(
      names = "--meta",
      paramLabel = "NAME=TEXT",
      description = "A text to store with it; repeat for more.")
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /**
   * The settings with what was given put in.
   *
   * @throws CommandException when a value is out of range
   */
  KeySettings applyTo(KeySettings settings, Instant now) {
    List<AddressEntry> allowed = entries("--allow", allow, settings.allow());
    List<AddressEntry> denied = entries("--deny", deny, settings.deny());
    List<AccessWindow> hours =
        windows.isEmpty() ? settings.windows() : all("--window", windows, AccessWindow::parse);
    KeyLimits limits = limits(settings.limits());
    Instant start = notBefore == null ? settings.notBefore() : notBefore.at(now);
    Instant end = expires == null ? settings.expiresAt() : expires.from(now);
    return read(
        "The ",
        () ->
            settings
                .describedAs(description == null ? settings.description() : description)
                .ownedBy(owner == null ? settings.owner() : owner)
                .withScopes(scope.scopes() == null ? settings.scopes() : scope.scopes())
                .validBetween(start, end)
                .during(hours)
                .from(allowed, denied)
                .limitedTo(limits)
                .withMetadata(metadata.isEmpty() ? settings.metadata() : metadata));
  }

  private KeyLimits limits(KeyLimits present) {
    if (rates.isEmpty() && quotas.isEmpty()) {
      return present;
    }
    // Whoever names a limit does not want to be unlimited any longer.
    List<String> presentRates = present.unlimited() ? List.of() : present.rateTexts();
    return read(
        rates.isEmpty() ? "--quota: " : "--rate: ",
        () ->
            KeyLimits.parse(
                rates.isEmpty() ? presentRates : rates,
                quotas.isEmpty() ? present.quotaTexts() : quotas));
  }

  private static List<AddressEntry> entries(
      String option, List<String> given, List<AddressEntry> present) {
    return given.isEmpty() ? present : all(option, given, AddressEntry::of);
  }

  private static <T> List<T> all(String option, List<String> texts, Function<String, T> reader) {
    return read(option + ": ", () -> texts.stream().map(reader).toList());
  }

  /** Does the work; a value that is out of range there is wrong usage here. */
  static <T> T read(String start, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new CommandException(
          ExitCode.USAGE, start + message + (message.endsWith(".") ? "" : "."));
    }
  }
}
