package io.keystile.auth.management.input;

import java.util.ArrayList;
import java.util.List;

/** Gathers faults, so that a caller learns of all of them at once. For one thread. */
public final class Faults {

  /** The most that are told: an answer must not grow with what a caller sends. */
  public static final int MAX = 100;

  private final List<Fault> found = new ArrayList<>();

  /** Notes a fault; beyond {@link #MAX} it is only known that there are more. */
  public void add(Fault fault) {
    if (found.size() < MAX) {
      found.add(fault);
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading.
   *
   * @throws FaultyInputException when anything was wrong
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new FaultyInputException(found);
    }
  }
}
