package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.app.console.keys.KeyForm.AddressLine;
import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.Quota;
import io.keystile.auth.keys.RateLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was typed into settings, by the rules of the library, and notes every fault at its
 * field. For one form.
 */
final class KeyFormReader {

  private final KeyForm form;
  private final Faults faults;
  private final Instant now;

  KeyFormReader(KeyForm form, Faults faults, Instant now) {
    this.form = form;
    this.faults = faults;
    this.now = now;
  }

  /**
   * The settings; of use only when there is no fault.
   *
   * @param before what the key has; what the form does not show is kept
   */
  KeySettings read(KeySettings before) {
    KeySettings settings = changed(before, "name", s -> s.renamed(form.name()));
    settings = changed(settings, "description", s -> s.describedAs(form.description()));
    settings = settings.ownedBy(form.owner().isBlank() ? null : form.owner().strip());
    settings = changed(settings, "scopes", s -> s.withScopes(scopes()));
    settings =
        changed(
            settings,
            "windows",
            s -> s.during(lines("windows", form.windows(), AccessWindow::parse)));
    settings =
        settings.from(
            addresses("allow", form.allow(), before.allow()),
            addresses("deny", form.deny(), before.deny()));
    settings = limits(settings);
    return new KeyTimes(form, faults, now).read(settings, before);
  }

  private KeySettings changed(
      KeySettings settings, String field, UnaryOperator<KeySettings> change) {
    KeySettings changed = FieldChecks.check(faults, field, settings, change);
    return changed == null ? settings : changed;
  }

  private @Nullable Scopes scopes() {
    List<String> grants = FieldChecks.words(form.scopes());
    return grants.isEmpty() ? null : Scopes.of(grants);
  }

  private KeySettings limits(KeySettings settings) {
    if (form.unlimited()) {
      if (!form.rateLimits().isBlank()) {
        faults.add("rateLimits", "Without any limit there is nothing to write here.");
      }
      if (!form.quotas().isBlank()) {
        faults.add("quotas", "Without any limit there is nothing to write here.");
      }
      return settings.limitedTo(KeyLimits.UNLIMITED);
    }
    List<RateLimit> rates = lines("rateLimits", form.rateLimits(), RateLimit::parse);
    List<Quota> quotas = lines("quotas", form.quotas(), Quota::parse);
    KeyLimits ownRates =
        FieldChecks.check(faults, "rateLimits", rates, r -> new KeyLimits(r, List.of()));
    KeyLimits ownQuotas =
        FieldChecks.check(faults, "quotas", quotas, q -> new KeyLimits(List.of(), q));
    return ownRates == null || ownQuotas == null
        ? settings
        : settings.limitedTo(new KeyLimits(rates, quotas));
  }

  private <T> List<T> lines(String field, String text, Function<String, T> parser) {
    List<T> read = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String place = lines.length == 1 ? "" : "Line " + (i + 1) + ": ";
      if (!lines[i].isBlank()) {
        T value = FieldChecks.check(faults, field, place, lines[i].strip(), parser);
        if (value != null) {
          read.add(value);
        }
      }
    }
    return read;
  }

  private List<AddressEntry> addresses(
      String field, List<AddressLine> lines, List<AddressEntry> before) {
    if (before.size() > KeyForm.MAX_ADDRESSES) {
      return before;
    }
    List<AddressEntry> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      AddressEntry entry = entry(field + "." + i + ".", lines.get(i));
      if (entry != null) {
        read.add(entry);
      }
    }
    return read;
  }

  private @Nullable AddressEntry entry(String row, AddressLine line) {
    AddressEntry plain =
        FieldChecks.check(faults, row + "address", line.address().strip(), AddressEntry::of);
    return plain == null
        ? null
        : FieldChecks.check(
            faults,
            row + "note",
            line.note().strip(),
            note ->
                new AddressEntry(plain.address(), line.enabled(), note.isEmpty() ? null : note));
  }
}
