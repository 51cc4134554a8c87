package io.keystile.auth.limit;

import jakarta.inject.Singleton;

/**
 * How much guessing goes on. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class BruteForceFigures {

  private final FailureTable table;

  BruteForceFigures(FailureTable table) {
    this.table = table;
  }

  /** How often an address was blocked since the start. */
  public long blocks() {
    return table.blocks();
  }

  /** How many addresses are blocked now. */
  public long blocked() {
    return table.blocked();
  }

  /** How many addresses have failures that count, or a block. Takes 65 short locks. */
  public long tracked() {
    return table.all().stream().mapToLong(FailureStripe::size).sum();
  }
}
