package io.keystile.auth.management.input;

import io.keystile.auth.KeystileException;
import java.util.List;

/** Thrown when what a caller sent cannot be taken as it is; nothing was done. */
public final class FaultyInputException extends KeystileException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** Of these faults, at least one. */
  public FaultyInputException(List<Fault> faults) {
    super("The request is faulty: " + faults.get(0).detail(), null);
    this.faults = List.copyOf(faults);
  }

  /** Of this fault. */
  public FaultyInputException(Fault fault) {
    this(List.of(fault));
  }

  /** What is wrong; never empty. */
  public List<Fault> faults() {
    return faults;
  }
}
