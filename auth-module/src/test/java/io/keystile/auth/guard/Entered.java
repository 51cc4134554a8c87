package io.keystile.auth.guard;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often any handler of a test was entered; tests run one after the other. */
public final class Entered {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Entered() {}

  /** Called first thing by every handler; returns what it may answer with. */
  public static String now() {
    COUNT.incrementAndGet();
    return "entered";
  }

  public static int count() {
    return COUNT.get();
  }
}
