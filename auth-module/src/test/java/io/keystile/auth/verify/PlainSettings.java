package io.keystile.auth.verify;

import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.verify.PlainRules.Network;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns plain rules into settings of the library. */
final class PlainSettings {

  private PlainSettings() {}

  static KeySettings of(PlainRules plain) {
    return new KeySettings(
        "k",
        null,
        plain.owner().isEmpty() ? null : plain.owner(),
        Scopes.of(plain.grants()),
        instant(plain.from(), Long.MIN_VALUE),
        instant(plain.to(), Long.MAX_VALUE),
        plain.windows().stream().map(window -> AccessWindow.parse(window.text())).toList(),
        entries(plain.allow()),
        entries(plain.deny()),
        KeyLimits.parse(
            plain.rates().stream().map(PlainRules.Rate::text).toList(),
            plain.quotas().stream().map(PlainRules.Quota::text).toList()),
        Map.of());
  }

  private static @Nullable Instant instant(long millis, long open) {
    return millis == open ? null : Instant.ofEpochMilli(millis);
  }

  private static List<AddressEntry> entries(List<Network> networks) {
    return networks.stream()
        .map(network -> new AddressEntry(network.text(), network.enabled(), null))
        .toList();
  }
}
