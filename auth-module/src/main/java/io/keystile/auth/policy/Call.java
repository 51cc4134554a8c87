package io.keystile.auth.policy;

import io.keystile.auth.address.ClientIp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key is to be used for.
 *
 * @param now when, in milliseconds since the epoch
 * @param address from where, or null when it is not known: then no list of addresses is satisfied
 * @param local whether the caller is this machine itself, not relayed by anybody
 * @param required what each guard on the way asks for; all of them must be satisfied
 * @param cost how many requests the call counts as, 1 or more
 * @param identify whether its holder only asks about the key: then neither time nor limits refuse,
 *     and nothing is counted
 * @since 0.1
 */
public record Call(
    long now,
    @Nullable ClientIp address,
    boolean local,
    List<RequiredScopes> required,
    int cost,
    boolean identify) {

  /** A call that uses the key. */
  public Call(
      long now,
      @Nullable ClientIp address,
      boolean local,
      List<RequiredScopes> required,
      int cost) {
    this(now, address, local, required, cost, false);
  }

  /** A call from elsewhere that counts once. */
  public Call(long now, @Nullable ClientIp address, List<RequiredScopes> required) {
    this(now, address, required, 1);
  }

  /** A call from elsewhere. */
  public Call(long now, @Nullable ClientIp address, List<RequiredScopes> required, int cost) {
    this(now, address, false, required, cost);
  }

  Instant instant() {
    return Instant.ofEpochMilli(now);
  }
}
