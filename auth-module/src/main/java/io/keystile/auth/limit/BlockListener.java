package io.keystile.auth.limit;

import java.time.Duration;

/** Hears of blocks, under a lock of the table: implementations hand the work to another thread. */
interface BlockListener {

  void blocked(BlockedAddress block, Duration length);

  void unblocked(AddressGroup address, boolean byOperator);
}
