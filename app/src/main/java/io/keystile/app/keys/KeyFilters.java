package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.KeyOrder;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which keys are meant, and in which order. */
final class KeyFilters {

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description =
          "Only keys with this in the name or description, with this id, or with a hint that ends"
              + " with these four characters.")
  private @Nullable String text;

  @ArgGroup private @Nullable State state;

  @Option(names = "--owner", paramLabel = "ACCOUNT", description = "Only keys of this account.")
  private @Nullable String owner;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Only keys from the database, or from the environment.")
  private @Nullable String source;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "Only keys that were given this scope, as it stands there, such as chat:*.")
  private @Nullable String scope;

  @Option(
      names = "--expiring-before",
      paramLabel = "WHEN",
      converter = StartConverter.class,
      description = "Only keys with an end before this: 30d (from now), a date, or now.")
  private @Nullable Expiry expiringBefore;

  @Option(
      names = "--unused-since",
      paramLabel = "WHEN",
      converter = StartConverter.class,
      description = "Only keys not used since, and older: 90d (ago), a date, or now.")
  private @Nullable Expiry unusedSince;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "created",
      description =
          "created, name, last-used, expires or requests; with - before it the greatest first."
              + " Default: ${DEFAULT-VALUE}.")
  private String sort = "created";

  /**
   * The question to the store.
   *
   * @throws CommandException when an option is out of range
   */
  KeyQuery query(Instant now) {
    return KeyOptions.read(
        "The ",
        () ->
            KeyQuery.ALL
                .withText(text)
                .withStatus(state == null ? Set.of() : state.any())
                .ownedBy(owner)
                .from(source == null ? null : one("--source", Source.values(), source))
                .withScope(scope)
                .expiringBefore(expiringBefore == null ? null : after(expiringBefore, now))
                .unusedSince(unusedSince == null ? null : before(unusedSince, now))
                .inOrder(KeyOrder.parse(sort)));
  }

  private static Instant after(Expiry when, Instant now) {
    return Objects.requireNonNullElse(when.at(now), now);
  }

  private static Instant before(Expiry when, Instant now) {
    return when.after() == null ? after(when, now) : now.minus(when.after());
  }

  private static <E extends Enum<E>> E one(String option, E[] values, String text) {
    Function<E, String> name = value -> value.name().toLowerCase(Locale.ROOT);
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(text.replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    option
                        + " is one of "
                        + Arrays.stream(values).map(name).collect(Collectors.joining(", "))
                        + "."));
  }

  /** One of the three at most. */
  static final class State {

    @Option(names = "--enabled", description = "Only keys that are switched on.")
    private boolean enabled;

    @Option(names = "--disabled", description = "Only keys that are switched off.")
    private boolean disabled;

    @Option(
        names = "--status",
        paramLabel = "STATUS",
        description =
            "Only active, disabled, expired, not_yet_valid or exhausted keys; repeat for more.")
    private final List<String> statuses = new ArrayList<>();

    Set<KeyStatus> any() {
      if (enabled) {
        return EnumSet.complementOf(EnumSet.of(KeyStatus.DISABLED));
      }
      return disabled
          ? Set.of(KeyStatus.DISABLED)
          : statuses.stream()
              .map(text -> one("--status", KeyStatus.values(), text))
              .collect(Collectors.toSet());
    }
  }
}
