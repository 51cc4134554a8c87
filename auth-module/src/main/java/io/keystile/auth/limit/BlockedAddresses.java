package io.keystile.auth.limit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who is refused at the moment because of wrong keys, for operators. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class BlockedAddresses {

  private final FailureTable table;
  private final Clock clock;

  BlockedAddresses(FailureTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** All blocked addresses, those that wait longest first. Looks at the whole table. */
  public List<BlockedAddress> list() {
    List<BlockedAddress> blocked = new ArrayList<>();
    long now = clock.millis();
    table.all().forEach(stripe -> stripe.forEachBlocked(now, blocked::add));
    blocked.sort(Comparator.comparing(BlockedAddress::until).reversed());
    return blocked;
  }

  /**
   * Lets an address in at once and forgets its failures and level, so that a next block is as short
   * as a first.
   *
   * @return false when it was not blocked; its failures are forgotten all the same
   */
  public boolean unblock(AddressGroup address) {
    return table.stripe(address.bits()).forget(address.bits(), clock.millis());
  }
}
