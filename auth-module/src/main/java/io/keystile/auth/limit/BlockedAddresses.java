package io.keystile.auth.limit;

import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.audit.AuditLog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who is refused at the moment because of wrong keys, for operators. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class BlockedAddresses {

  private final FailureTable table;
  private final Consumer<AuditEntry> audit;
  private final Clock clock;

  @Inject
  BlockedAddresses(FailureTable table, AuditLog audit, Clock clock) {
    this(table, audit::record, clock);
  }

  BlockedAddresses(FailureTable table, Consumer<AuditEntry> audit, Clock clock) {
    this.table = table;
    this.audit = audit;
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
   * @throws io.keystile.auth.KeystileException when the audit log cannot be written; it stays
   *     blocked
   */
  public boolean unblock(AddressGroup address) {
    audit.accept(AuditEntry.noted(AuditAction.ADDRESS_UNBLOCK, address.toString()));
    return table.stripe(address.bits()).forget(address.bits(), clock.millis());
  }
}
