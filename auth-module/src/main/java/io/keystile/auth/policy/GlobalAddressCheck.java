package io.keystile.auth.policy;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressRules;
import io.keystile.auth.address.Precedence;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.settings.Live;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Every key is refused where the configured lists do not admit the address; the lists of a key can
 * narrow that down, not widen it. Made at start, so that a wrong list stops the start.
 */
@Context
final class GlobalAddressCheck implements KeyCheck {

  private final Live<Lists> lists;

  GlobalAddressCheck(Live<AddressesConfiguration> configuration, Environment environment) {
    requireAllowList(environment);
    this.lists = configuration.map(now -> Lists.of(now.rules(), now.precedence()));
  }

  // A YAML list whose entries are all commented out is null, which binds to the default: everyone.
  private static void requireAllowList(Environment environment) {
    String setting = AddressesConfiguration.ALLOW;
    if (environment.containsProperty(setting)
        && environment.getProperty(setting, Object.class).isEmpty()) {
      throw AddressesConfiguration.emptyAllow();
    }
  }

  @Override
  public String name() {
    return "global addresses";
  }

  @Override
  public int getOrder() {
    return ADDRESS_ORDER - 1;
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    Lists now = lists.get();
    return now.open || now.rules.admits(call.address(), now.precedence)
        ? null
        : Verdict.Rejected.of(Reason.IP_NOT_ALLOWED, key.key().id());
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public String compared(StoredKey key, Call call) {
    return AddressCheck.compared(call, lists.get().rules);
  }

  // Whether there is any rule is kept here, because most calls ask nothing else.
  private record Lists(AddressRules rules, Precedence precedence, boolean open) {

    static Lists of(AddressRules rules, Precedence precedence) {
      return new Lists(rules, precedence, rules.isEmpty());
    }
  }
}
