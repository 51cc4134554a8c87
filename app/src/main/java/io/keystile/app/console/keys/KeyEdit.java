package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.LastWayIn;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccountNotFoundException;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.LastWayInException;
import io.keystile.auth.keys.ManagedKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Changes a key as it was typed, with a word of warning where that does harm. */
@Singleton
final class KeyEdit {

  static final String OPEN = "confirmOpen";

  private final ApiKeys keys;
  private final Clock clock;

  KeyEdit(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Changes the key, or notes why not.
   *
   * @throws io.keystile.auth.keys.VersionMismatchException when it is not this version any more
   */
  void save(ManagedKey key, long version, KeyForm typed, Form form, Faults faults) {
    KeySettings wanted = new KeyFormReader(typed, faults, clock.instant()).read(key.settings());
    Set<Confirmation> confirmed = confirmed(form);
    if (opens(key.settings(), wanted) && !confirmed.contains(Confirmation.OPEN_ADDRESSES)) {
      faults.add(
          OPEN,
          "No entry of the allow list is switched on any more: the key could be used from every"
              + " address.");
    }
    if (!faults.isEmpty()) {
      return;
    }
    try {
      keys.change(key.id(), version, there -> wanted, confirmed);
    } catch (IllegalArgumentException e) {
      NewKeys.addFault(faults, e);
    } catch (AccountNotFoundException e) {
      faults.add("owner", "There is no account of this name.");
    } catch (LastWayInException e) {
      faults.add(LastWayIn.FIELD, LastWayIn.OBJECTION);
    }
  }

  private static Set<Confirmation> confirmed(Form form) {
    Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
    confirmed.addAll(LastWayIn.confirmed(form));
    if (form.has(OPEN)) {
      confirmed.add(Confirmation.OPEN_ADDRESSES);
    }
    return confirmed;
  }

  private static boolean opens(KeySettings before, KeySettings wanted) {
    return isLimited(before.allow()) && !isLimited(wanted.allow());
  }

  private static boolean isLimited(List<AddressEntry> allow) {
    return allow.stream().anyMatch(AddressEntry::enabled);
  }
}
