package io.keystile.auth.policy;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressRules;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.settings.Live;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A key is refused where its own allow and deny lists do not admit the address. */
@Singleton
final class AddressCheck implements KeyCheck {

  private final Live<AddressesConfiguration> configuration;

  AddressCheck(Live<AddressesConfiguration> configuration) {
    this.configuration = configuration;
  }

  @Override
  public String name() {
    return "addresses";
  }

  @Override
  public int getOrder() {
    return ADDRESS_ORDER;
  }

  @Override
  public boolean concerns(StoredKey key) {
    return !key.addresses().isEmpty();
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    return key.addresses().admits(call.address(), configuration.get().precedence())
        ? null
        : Verdict.Rejected.of(Reason.IP_NOT_ALLOWED, key.key().id());
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public String compared(StoredKey key, Call call) {
    return compared(call, key.addresses());
  }

  static String compared(Call call, AddressRules rules) {
    return "address " + (call.address() == null ? "unknown" : call.address()) + ", " + rules;
  }
}
