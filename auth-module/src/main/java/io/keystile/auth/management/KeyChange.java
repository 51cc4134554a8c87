package io.keystile.auth.management;

import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.management.input.Given;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to be otherwise with a key; what is absent stays, what is null is cleared. */
record KeyChange(
    Given<String> name,
    Given<String> description,
    Given<String> owner,
    Given<Scopes> scopes,
    Given<Instant> notBefore,
    Given<Instant> expiresAt,
    Given<List<AccessWindow>> windows,
    Given<List<AddressEntry>> allow,
    Given<List<AddressEntry>> deny,
    Given<List<String>> rateLimits,
    Given<List<String>> quotas,
    Given<Map<String, Given<String>>> metadata) {

  /**
   * The settings with the change made. Cleared scopes are null there: the defaults.
   *
   * @throws io.keystile.auth.management.input.FaultyInputException when the members do not fit
   *     together
   */
  KeySettings applyTo(KeySettings there) {
    try {
      return new KeySettings(
          name.orElse(there.name(), there.name()),
          description.or(there.description(), null),
          owner.or(there.owner(), null),
          scopes.or(there.scopes(), null),
          notBefore.or(there.notBefore(), null),
          expiresAt.or(there.expiresAt(), null),
          windows.orElse(there.windows(), List.of()),
          allow.orElse(there.allow(), List.of()),
          deny.orElse(there.deny(), List.of()),
          limits(there.limits()),
          texts(there.metadata()));
    } catch (IllegalArgumentException e) {
      throw KeyBody.faulty(e);
    }
  }

  private KeyLimits limits(KeyLimits there) {
    List<String> used = quotas.orElse(there.quotaTexts(), List.of());
    // Whoever names a quota does not want to be unlimited any longer.
    List<String> rates = there.unlimited() && !used.isEmpty() ? List.of() : there.rateTexts();
    return KeyLimits.parse(rateLimits.orElse(rates, List.of()), used);
  }

  private Map<String, String> texts(Map<String, String> there) {
    Map<String, String> texts = new TreeMap<>();
    if (!metadata.present() || metadata.value() != null) {
      texts.putAll(there);
    }
    if (metadata.value() != null) {
      metadata
          .value()
          .forEach(
              (name, text) -> {
                if (text.value() == null) {
                  texts.remove(name);
                } else {
                  texts.put(name, text.value());
                }
              });
    }
    return texts;
  }
}
