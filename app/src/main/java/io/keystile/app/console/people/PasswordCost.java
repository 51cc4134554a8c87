package io.keystile.app.console.people;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;

/**
 * How much work a password is: Argon2id with 19 MiB and two passes. There is no setting for it, so
 * that nobody makes guessing cheap by accident.
 */
@Singleton
class PasswordCost {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  static final int LENGTH = 32;

  Argon2Function function() {
    return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, LENGTH, Argon2.ID);
  }
}
