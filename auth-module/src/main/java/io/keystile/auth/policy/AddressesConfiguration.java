package io.keystile.auth.policy;

import io.keystile.auth.address.AddressRules;
import io.keystile.auth.address.AddressSet;
import io.keystile.auth.address.Precedence;
import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * From where keys may be used, whichever key it is. A key's own lists apply as well.
 *
 * @param allow addresses and networks that are let in, or {@code *} alone for all; an empty list
 *     stops the start, because it could be taken for none as well as for all; default {@code *}
 * @param deny addresses and networks that are kept out; default none
 * @param precedence which list wins for an address in both, here and for the lists of keys: {@code
 *     allow} or {@code deny}; default allow
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile.addresses")
public record AddressesConfiguration(
    @OperatorSetting(
            value = "Addresses and CIDRs from which any key may be used; * alone means all.",
            live = true,
            whenUnusable = "0.0.0.0")
        @Bindable(defaultValue = "*")
        List<String> allow,
    @OperatorSetting(
            value = "Addresses and CIDRs from which no key may be used.",
            live = true,
            whenUnusable = "0.0.0.0/0,::/0")
        @Bindable(defaultValue = "")
        List<String> deny,
    @OperatorSetting(
            value =
                "Which list wins for an address in both, for the global lists and for those of"
                    + " keys.",
            live = true,
            whenUnusable = "deny")
        @Bindable(defaultValue = "allow")
        Precedence precedence) {

  static final String ALLOW = "keystile.addresses.allow";

  private static final String DENY = "keystile.addresses.deny";
  private static final String ALL = "*";

  /**
   * Refuses empty allow lists and what is neither an address nor a network.
   *
   * @throws IllegalArgumentException when a value is out of range; the message names the remedy
   */
  public AddressesConfiguration {
    allow = allow.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
    deny = List.copyOf(deny);
    if (allow.isEmpty()) {
      throw emptyAllow();
    }
    if (allow.contains(ALL) && allow.size() > 1) {
      throw new IllegalArgumentException(
          ALLOW + ": \"*\" lets everyone in; remove it, or the other entries");
    }
    rules(allow, deny);
  }

  static IllegalArgumentException emptyAllow() {
    return new IllegalArgumentException(
        ALLOW + " is empty; name the addresses that are let in, or \"*\" for all of them");
  }

  /** Both lists, ready to be asked. */
  AddressRules rules() {
    return rules(allow, deny);
  }

  private static AddressRules rules(List<String> allow, List<String> deny) {
    AddressSet allowed = allow.contains(ALL) ? AddressSet.EMPTY : AddressSet.parse(ALLOW, allow);
    return AddressRules.of(allowed, AddressSet.parse(DENY, deny));
  }
}
