package io.keystile.auth.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The failures and blocks of some addresses. An address is forgotten, its level with it, when it
 * has been neither blocked nor failing for a whole window; until then nothing drives it out. Not
 * safe for several threads.
 */
final class FailureCounts {

  /** How long a full table is left alone after it was searched for addresses to forget. */
  private static final long SEARCH_PAUSE = 1_000;

  private final BlockListener listener;
  private FailureRules rules;
  private AddressTable table;
  private FailureEntries entries;
  private long nextSearch = Long.MIN_VALUE;
  private long nextEnd = Long.MAX_VALUE;

  FailureCounts(FailureRules rules, int limit, BlockListener listener) {
    this.rules = rules;
    this.listener = listener;
    this.table = FailureEntries.table(limit, rules);
    this.entries = new FailureEntries(table);
  }

  /**
   * Puts other rules in force. Blocks stay as long as they were to be. An address with more
   * failures than are allowed now keeps the newest of them, so that the next one blocks it.
   */
  void change(FailureRules next, int limit) {
    if (next.maxFailures() != rules.maxFailures()) {
      AddressTable fresh = FailureEntries.table(Math.max(limit, table.size()), next);
      FailureEntries copied = new FailureEntries(fresh);
      for (int place = table.next(0); place >= 0; place = table.next(table.after(place))) {
        if (fresh.isCrowded()) {
          fresh.rebuild(any -> true);
        }
        entries.copy(place, copied, table.key(place), next.maxFailures() - 1);
      }
      table = fresh;
      entries = copied;
    }
    rules = next;
  }

  /** How long the address is still blocked; 0 when it is not. */
  long blockedFor(long key, long now) {
    int place = find(key, now);
    return place >= 0 && entries.isBlocked(place) ? entries.blockEnd(place) - now : 0;
  }

  /** How many failures count against the address now. */
  int failures(long key, long now) {
    int place = find(key, now);
    return place < 0 ? 0 : entries.failures(place);
  }

  /** Whether the address is known or can be added. */
  boolean hasRoom(long key, long now) {
    return table.find(key) >= 0 || makeRoom(now);
  }

  /**
   * Counts a failure, and blocks the address when it was one too many.
   *
   * @return false when the address is new and there is no room for it
   */
  boolean record(long key, long now) {
    int place = find(key, now);
    if (place < 0) {
      if (!makeRoom(now)) {
        return false;
      }
      place = entries.add(key);
    }
    if (!entries.isBlocked(place)) {
      if (entries.failures(place) + 1 >= rules.maxFailures()) {
        block(place, now);
      } else {
        entries.addFailure(place, now);
      }
    }
    return true;
  }

  /**
   * Forgets the address.
   *
   * @return whether it was blocked
   */
  boolean forget(long key, long now) {
    int place = find(key, now);
    if (place < 0) {
      return false;
    }
    boolean wasBlocked = entries.isBlocked(place);
    entries.clear(place);
    if (wasBlocked) {
      listener.unblocked(new AddressGroup(key), true);
    }
    return wasBlocked;
  }

  /** Ends the blocks whose time has come, for addresses that nobody asks about. */
  void endBlocks(long now) {
    if (now < nextEnd) {
      return;
    }
    nextEnd = Long.MAX_VALUE;
    for (int place = table.next(0); place >= 0; place = table.next(table.after(place))) {
      refresh(place, now);
      if (entries.isBlocked(place)) {
        nextEnd = Math.min(nextEnd, entries.blockEnd(place));
      }
    }
  }

  void forEachBlocked(long now, Consumer<BlockedAddress> action) {
    for (int place = table.next(0); place >= 0; place = table.next(table.after(place))) {
      refresh(place, now);
      if (entries.isBlocked(place)) {
        action.accept(blockOf(place));
      }
    }
  }

  /** Gives back the memory of addresses that are to be forgotten. */
  void shrink(long now) {
    table.rebuild(place -> isRemembered(place, now));
  }

  int size() {
    return table.size();
  }

  long bytes() {
    return table.bytes();
  }

  private int find(long key, long now) {
    int place = table.find(key);
    if (place >= 0) {
      refresh(place, now);
    }
    return place;
  }

  private boolean makeRoom(long now) {
    if (table.isCrowded() && (!table.isAtFullSize() || now >= nextSearch)) {
      shrink(now);
      nextSearch = now + SEARCH_PAUSE;
    }
    return !table.isCrowded();
  }

  private void block(int place, long now) {
    int level = Math.min(entries.level(place) + 1, FailureEntries.MAX_LEVEL);
    long length = rules.blockLength(level);
    entries.block(place, now + length, level);
    nextEnd = Math.min(nextEnd, now + length);
    listener.blocked(blockOf(place), Duration.ofMillis(length));
  }

  /** Lets go what is over: the block, failures out of the window, in the end the level too. */
  private void refresh(int place, long now) {
    if (entries.isBlocked(place)) {
      if (entries.blockEnd(place) > now) {
        return;
      }
      entries.endBlock(place);
      listener.unblocked(new AddressGroup(table.key(place)), false);
    }
    if (isRemembered(place, now)) {
      entries.dropFailures(place, now - rules.window());
    } else {
      entries.clear(place);
    }
  }

  private boolean isRemembered(int place, long now) {
    return entries.isBlocked(place) || entries.lastInstant(place) > now - rules.window();
  }

  private BlockedAddress blockOf(int place) {
    return new BlockedAddress(
        new AddressGroup(table.key(place)),
        Instant.ofEpochMilli(entries.blockEnd(place)),
        entries.level(place));
  }
}
