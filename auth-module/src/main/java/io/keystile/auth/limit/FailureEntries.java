package io.keystile.auth.limit;

/**
 * What is kept of one address, packed into longs: a state (blocked or not, level, number of
 * failures), then the instants of the failures, oldest first. A block uses the failures up, so its
 * end stands in the place of the first instant. Not safe for several threads.
 */
final class FailureEntries {

  static final int MAX_LEVEL = 0xFFFF;

  private static final int STATE = 0;
  private static final int INSTANTS = 1;
  private static final long USED = 1L << 63;
  private static final long BLOCKED = 1L << 62;
  private static final int LEVEL_SHIFT = 16;
  private static final int COUNT_MASK = 0xFFFF;

  private final AddressTable table;

  FailureEntries(AddressTable table) {
    this.table = table;
  }

  static AddressTable table(int limit, FailureRules rules) {
    return new AddressTable(limit, INSTANTS + rules.keptInstants());
  }

  static int bytesPerAddress(FailureRules rules) {
    return AddressTable.bytesPerKey(INSTANTS + rules.keptInstants());
  }

  int add(long key) {
    return table.add(key, USED);
  }

  boolean isBlocked(int place) {
    return (table.get(place, STATE) & BLOCKED) != 0;
  }

  long blockEnd(int place) {
    return table.get(place, INSTANTS);
  }

  /** How many blocks in a row there have been. */
  int level(int place) {
    return (int) (table.get(place, STATE) >>> LEVEL_SHIFT) & MAX_LEVEL;
  }

  int failures(int place) {
    return (int) table.get(place, STATE) & COUNT_MASK;
  }

  /** The newest failure, else the end of the last block. */
  long lastInstant(int place) {
    return table.get(place, INSTANTS + Math.max(0, failures(place) - 1));
  }

  void addFailure(int place, long now) {
    int count = failures(place);
    table.set(place, INSTANTS + count, now);
    setState(place, level(place), count + 1, 0);
  }

  void block(int place, long end, int level) {
    table.set(place, INSTANTS, end);
    setState(place, level, 0, BLOCKED);
  }

  /** Ends the block; its end stays as the last instant. */
  void endBlock(int place) {
    setState(place, level(place), 0, 0);
  }

  /** Lets go the failures up to this instant. */
  void dropFailures(int place, long upTo) {
    int count = failures(place);
    int old = 0;
    while (old < count && table.get(place, INSTANTS + old) <= upTo) {
      old++;
    }
    if (old > 0) {
      for (int i = old; i < count; i++) {
        table.set(place, INSTANTS + i - old, table.get(place, INSTANTS + i));
      }
      setState(place, level(place), count - old, 0);
    }
  }

  /** Leaves an entry that is older than any window. */
  void clear(int place) {
    table.set(place, INSTANTS, Long.MIN_VALUE);
    setState(place, 0, 0, 0);
  }

  /** Copies an entry to another table, with its newest failures up to this number. */
  void copy(int place, FailureEntries target, long key, int most) {
    int to = target.add(key);
    if (isBlocked(place)) {
      target.block(to, blockEnd(place), level(place));
      return;
    }
    int count = failures(place);
    int kept = Math.min(count, most);
    // Without a failure, the instant of the last one still tells how long the level is remembered.
    target.table.set(to, INSTANTS, lastInstant(place));
    for (int i = 0; i < kept; i++) {
      target.table.set(to, INSTANTS + i, table.get(place, INSTANTS + count - kept + i));
    }
    target.setState(to, level(place), kept, 0);
  }

  private void setState(int place, int level, int count, long blocked) {
    table.set(place, STATE, USED | blocked | (long) level << LEVEL_SHIFT | count);
  }
}
