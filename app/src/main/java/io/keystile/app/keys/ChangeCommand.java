package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile keys change}. */
@Command(
    name = "change",
    description = "Changes what was chosen for a key; what is not named stays.")
final class ChangeCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyArgument key = new KeyArgument();
  @Mixin private final KeyOptions options = new KeyOptions();

  @Option(names = "--name", paramLabel = "NAME", description = "What it is called from now on.")
  private @Nullable String name;

  @Option(names = "--no-owner", description = "Takes its owner away.")
  private boolean ownerless;

  @Option(names = "--clear-windows", description = "Takes its access windows away.")
  private boolean clearWindows;

  @Option(names = "--clear-allow", description = "Empties its allow list.")
  private boolean clearAllow;

  @Option(names = "--clear-deny", description = "Empties its deny list.")
  private boolean clearDeny;

  @Option(names = "--clear-rates", description = "Takes its rate limits away.")
  private boolean clearRates;

  @Option(names = "--clear-quotas", description = "Takes its quotas away.")
  private boolean clearQuotas;

  @Option(names = "--clear-metadata", description = "Takes the texts stored with it away.")
  private boolean clearMetadata;

  @Option(names = "--no-description", description = "Takes its description away.")
  private boolean undescribed;

  @Option(
      names = "--allow-off",
      paramLabel = "CIDR",
      description = "Switches an entry of its allow list off; repeat for more.")
  private final List<String> allowOff = new ArrayList<>();

  @Option(
      names = "--allow-on",
      paramLabel = "CIDR",
      description = "Switches an entry of its allow list on; repeat for more.")
  private final List<String> allowOn = new ArrayList<>();

  @Option(
      names = "--confirm-open",
      description = "Lets the last enabled entry go from its allow list: then all may use it.")
  private boolean confirmed;

  private final Streams streams;

  ChangeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Session session = store.open(Missing.REFUSE, streams)) {
      Instant now = session.clock().instant();
      session
          .output()
          .changed(
              "Changed",
              KeyOptions.read(
                  "",
                  () ->
                      session
                          .keys()
                          .change(key.id(), settings -> changed(settings, now), confirmations())));
      return ExitCode.DONE.code();
    }
  }

  /** Whoever has the store in hand gets in anyway. */
  private Set<Confirmation> confirmations() {
    return confirmed ? EnumSet.allOf(Confirmation.class) : EnumSet.of(Confirmation.LAST_WAY_IN);
  }

  private KeySettings changed(KeySettings settings, Instant now) {
    KeySettings given = options.applyTo(cleared(settings), now);
    List<AddressEntry> allow = switched(switched(given.allow(), allowOff, false), allowOn, true);
    return given.from(allow, given.deny());
  }

  private KeySettings cleared(KeySettings settings) {
    try {
      return settings
          .renamed(name == null ? settings.name() : name)
          .describedAs(undescribed ? null : settings.description())
          .ownedBy(ownerless ? null : settings.owner())
          .during(clearWindows ? List.of() : settings.windows())
          .from(clearAllow ? List.of() : settings.allow(), clearDeny ? List.of() : settings.deny())
          .limitedTo(cleared(settings.limits()))
          .withMetadata(clearMetadata ? Map.of() : settings.metadata());
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("The", e);
    }
  }

  private KeyLimits cleared(KeyLimits limits) {
    return new KeyLimits(
        clearRates ? List.of() : limits.rateLimits(),
        clearQuotas ? List.of() : limits.quotas(),
        limits.unlimited() && !clearRates);
  }

  private static List<AddressEntry> switched(
      List<AddressEntry> entries, List<String> addresses, boolean on) {
    List<AddressEntry> result = new ArrayList<>(entries);
    for (String address : addresses) {
      String wanted = canonical(address);
      if (result.stream().noneMatch(entry -> entry.address().equals(wanted))) {
        throw new CommandException(
            ExitCode.REFUSED, "The allow list has no entry " + wanted + "; look with: keys show");
      }
      result.replaceAll(
          entry ->
              entry.address().equals(wanted) ? new AddressEntry(wanted, on, entry.note()) : entry);
    }
    return result;
  }

  private static String canonical(String address) {
    try {
      return AddressEntry.of(address).address();
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
