package io.keystile.auth.verify;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.verify.PlainRules.Address;
import io.keystile.auth.verify.PlainRules.Guard;
import io.keystile.auth.verify.PlainRules.Network;
import io.keystile.auth.verify.PlainRules.Quota;
import io.keystile.auth.verify.PlainRules.Rate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the guide says of keys, written down again as plainly as can be: the reference that the
 * library is compared with.
 */
final class PlainModel {

  static final String ACCEPTED = "accepted";

  private final boolean denyFirst;
  private final int deniedHost;
  private final Map<String, PlainOwner> owners = new HashMap<>();
  private final Map<String, PlainKey> bySecret = new HashMap<>();

  /**
   * @param denyFirst whether the deny list decides for an address in both
   * @param deniedHost an IPv4 host no key may be used from, or -1
   */
  PlainModel(boolean denyFirst, int deniedHost) {
    this.denyFirst = denyFirst;
    this.deniedHost = deniedHost;
  }

  /** An account. */
  static final class PlainOwner {
    Set<String> grants;
    boolean enabled = true;

    PlainOwner(Set<String> grants) {
      this.grants = grants;
    }
  }

  /** A key with its two secrets and what it has used. */
  static final class PlainKey {
    final ApiKeyId id;
    final String zone;
    PlainRules rules;
    boolean enabled = true;
    String secret;
    String previous = "";
    long previousEnd;
    final Map<Integer, Use> rates = new HashMap<>();
    final Map<String, Use> quotas = new HashMap<>();

    PlainKey(ApiKeyId id, String zone, PlainRules rules, String secret) {
      this.id = id;
      this.zone = zone;
      this.rules = rules;
      this.secret = secret;
    }
  }

  /** What was used since the start, until the end. */
  private static final class Use {
    long end;
    long used;
  }

  /** A call as it is presented. */
  record Request(Optional<Address> from, List<Guard> guards, int cost) {}

  void addOwner(String name, PlainOwner owner) {
    owners.put(name, owner);
  }

  void add(PlainKey key) {
    bySecret.put(key.secret, key);
  }

  void remove(PlainKey key) {
    bySecret.values().removeIf(known -> known == key);
  }

  boolean isRotatable(PlainKey key, long now) {
    return key.enabled && isOwnerEnabled(key) && now < key.rules.to();
  }

  void rotate(PlainKey key, String secret, long previousEnd) {
    bySecret.remove(key.previous);
    key.previous = key.secret;
    key.previousEnd = Math.min(previousEnd, key.rules.to());
    key.secret = secret;
    bySecret.put(secret, key);
  }

  /** A restart forgets rate limits and remembers quotas. */
  void restart() {
    bySecret.values().forEach(key -> key.rates.clear());
  }

  /** The code of the refusal, or {@link #ACCEPTED}; charges the call. */
  String verdict(String secret, Request call, long now) {
    PlainKey key = bySecret.get(secret);
    if (key == null) {
      return "invalid_api_key";
    }
    PlainRules rules = key.rules;
    if (!key.enabled || !isOwnerEnabled(key)) {
      return "disabled_api_key";
    }
    if (now < rules.from()) {
      return "inactive_api_key";
    }
    boolean old = secret.equals(key.previous);
    if (now >= rules.to() || (old && now >= key.previousEnd)) {
      return "expired_api_key";
    }
    if (!rules.windows().isEmpty() && rules.windows().stream().noneMatch(w -> w.isOpen(now))) {
      return "outside_access_window";
    }
    if (!isEverywhereAllowed(call.from()) || !isAllowed(rules, call.from())) {
      return "ip_not_allowed";
    }
    if (!call.guards().stream().allMatch(guard -> isSatisfied(guard, key))) {
      return "insufficient_scope";
    }
    return charge(key, call.cost(), now);
  }

  private boolean isOwnerEnabled(PlainKey key) {
    return key.rules.owner().isEmpty() || owner(key.rules.owner()).enabled;
  }

  PlainOwner owner(String name) {
    return Objects.requireNonNull(owners.get(name));
  }

  private boolean isEverywhereAllowed(Optional<Address> from) {
    return deniedHost < 0
        || (from.isPresent() && !from.get().equals(new Address(true, deniedHost)));
  }

  private boolean isAllowed(PlainRules rules, Optional<Address> from) {
    List<Network> allow = rules.allow().stream().filter(Network::enabled).toList();
    List<Network> deny = rules.deny().stream().filter(Network::enabled).toList();
    if (allow.isEmpty() && deny.isEmpty()) {
      return true;
    }
    if (from.isEmpty()) {
      return false;
    }
    boolean allowed = allow.stream().anyMatch(network -> network.contains(from.get()));
    boolean denied = deny.stream().anyMatch(network -> network.contains(from.get()));
    if (allow.isEmpty()) {
      return !denied;
    }
    return allowed && !(denied && denyFirst);
  }

  private boolean isSatisfied(Guard guard, PlainKey key) {
    if (guard.names().isEmpty()) {
      return true;
    }
    return guard.any()
        ? guard.names().stream().anyMatch(name -> has(key, name))
        : guard.names().stream().allMatch(name -> has(key, name));
  }

  private boolean has(PlainKey key, String name) {
    return covers(key.rules.grants(), name)
        && (key.rules.owner().isEmpty() || covers(owner(key.rules.owner()).grants, name));
  }

  private static boolean covers(Set<String> grants, String name) {
    for (String grant : grants) {
      boolean star = grant.equals("*") && !name.startsWith("keystile:");
      boolean narrower =
          grant.endsWith(":*") && name.startsWith(grant.substring(0, grant.length() - 1));
      if (grant.equals(name) || star || narrower) {
        return true;
      }
    }
    return false;
  }

  private static String charge(PlainKey key, int cost, long now) {
    for (Quota quota : key.rules.quotas()) {
      Use use = key.quotas.get(quota.period());
      if (cost + (use == null || now >= use.end ? 0 : use.used) > quota.amount()) {
        return "insufficient_quota";
      }
    }
    for (Rate rate : key.rules.rates()) {
      Use use = key.rates.get(rate.seconds());
      if (cost + (use == null || now >= use.end ? 0 : use.used) > rate.amount()) {
        return "rate_limit_exceeded";
      }
    }
    key.rules.quotas().forEach(quota -> useQuota(key, quota, cost, now));
    key.rules.rates().forEach(rate -> useRate(key, rate, cost, now));
    return ACCEPTED;
  }

  /** The next period begins with the first use after it. */
  private static void useQuota(PlainKey key, Quota quota, int cost, long now) {
    Use use = key.quotas.computeIfAbsent(quota.period(), period -> new Use());
    if (now >= use.end) {
      use.end = quota.windowEnd(now);
      use.used = 0;
    }
    use.used += cost;
  }

  /** The first period begins with the first use, each further one where the last ended. */
  private static void useRate(PlainKey key, Rate rate, int cost, long now) {
    long length = rate.seconds() * 1_000L;
    Use use = key.rates.computeIfAbsent(rate.seconds(), seconds -> new Use());
    if (use.end == 0) {
      use.end = now + length;
    }
    while (now >= use.end) {
      use.end += length;
      use.used = 0;
    }
    use.used += cost;
  }
}
