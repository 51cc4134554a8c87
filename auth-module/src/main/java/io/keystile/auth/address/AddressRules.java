package io.keystile.auth.address;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * From where a key may be used: an allow list, a deny list, or both, ready to be asked. With an
 * allow list only its addresses are admitted, with a deny list alone all but its addresses. A list
 * without an enabled entry counts as not set. Immutable.
 *
 * @since 0.1
 */
public final class AddressRules {

  /** No rule: every address is admitted, and an unknown one too. */
  public static final AddressRules NONE = new AddressRules(AddressSet.EMPTY, AddressSet.EMPTY);

  private final AddressSet allow;
  private final AddressSet deny;

  private AddressRules(AddressSet allow, AddressSet deny) {
    this.allow = allow;
    this.deny = deny;
  }

  /** The rules of two sets of which an empty one counts as not set. */
  public static AddressRules of(AddressSet allow, AddressSet deny) {
    return allow.isEmpty() && deny.isEmpty() ? NONE : new AddressRules(allow, deny);
  }

  /** The rules of two lists; entries that are switched off do not count. */
  public static AddressRules of(Collection<AddressEntry> allow, Collection<AddressEntry> deny) {
    return of(enabled(allow), enabled(deny));
  }

  private static AddressSet enabled(Collection<AddressEntry> entries) {
    return AddressSet.of(
        entries.stream()
            .filter(AddressEntry::enabled)
            .map(entry -> AddressRange.parse(entry.address()))
            .toList());
  }

  /** Whether there is no rule at all. */
  public boolean isEmpty() {
    return allow.isEmpty() && deny.isEmpty();
  }

  /**
   * Whether the address may use the key.
   *
   * @param address the address, or null when it is not known: no rule is satisfied by that
   * @param precedence which list wins for an address in both; with the allow list in front it
   *     decides alone
   */
  public boolean admits(@Nullable ClientIp address, Precedence precedence) {
    if (isEmpty()) {
      return true;
    }
    if (address == null) {
      return false;
    }
    boolean allowed = allow.isEmpty() || allow.contains(address);
    boolean denyCounts = precedence == Precedence.DENY || allow.isEmpty();
    return allowed && !(denyCounts && deny.contains(address));
  }

  /** Both lists, as far as they are set. */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "no list";
    }
    String allowed = allow.isEmpty() ? "" : "allow " + allow;
    String denied = deny.isEmpty() ? "" : "deny " + deny;
    return allowed + (allowed.isEmpty() || denied.isEmpty() ? "" : ", ") + denied;
  }
}
