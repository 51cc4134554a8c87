package io.keystile.app.console.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Hashes passwords (Argon2id, 19 MiB, two passes). Few at a time, so that guessing takes neither
 * all memory nor all cores. Safe for several threads; blocks.
 */
@Singleton
final class Passwords {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int LENGTH = 32;
  private static final int AT_A_TIME = 2;

  // The hash of a text that nobody knows, to be checked where there is no user: made when needed.
  private static final class Nobody {
    static final String HASH = hashOf(SessionToken.random().text());
  }

  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return hashOf(password);
    } finally {
      places.release();
    }
  }

  boolean matches(String password, String hash) {
    places.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      places.release();
    }
  }

  /** Takes as long as a check, and finds nothing. */
  void matchNobody(String password) {
    boolean unused = matches(password, Nobody.HASH);
  }

  private static String hashOf(String password) {
    Argon2Function argon = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, LENGTH, Argon2.ID);
    return Password.hash(password).addRandomSalt(16).with(argon).getResult();
  }
}
