package io.keystile.app.console.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords at the given cost. Few at a time, so that guessing takes neither all memory nor
 * all cores. Safe for several threads; blocks.
 */
@Singleton
final class Passwords {

  private static final int AT_A_TIME = 2;

  private final PasswordCost cost;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);
  private volatile @Nullable String nobody;

  Passwords(PasswordCost cost) {
    this.cost = cost;
  }

  // The function holds the memory that a hash takes: not before somebody has a password.
  String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(16).with(cost.function()).getResult();
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
    boolean unused = matches(password, hashOfNobody());
  }

  // The hash of a text that nobody knows: made when first needed, twice at the worst.
  private String hashOfNobody() {
    String made = nobody;
    if (made == null) {
      made = hash(SessionToken.random().text());
      nobody = made;
    }
    return made;
  }
}
