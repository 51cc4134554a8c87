package io.keystile.auth.store;

import io.keystile.auth.KeystileException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on the store. Whatever goes wrong below becomes {@link StoreUnavailableException},
 * so that a caller can tell "not allowed" from "could not check". Safe for several threads.
 */
@Singleton
public final class StoreTransactions {

  private final TransactionOperations<Connection> operations;
  private volatile @Nullable StoreListener listener;

  StoreTransactions(@Named(Store.NAME) TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  /** Sets who is told how long transactions take. */
  public void watch(StoreListener listener) {
    this.listener = listener;
  }

  /**
   * Reads from one snapshot.
   *
   * @param what is read, for the message
   * @throws StoreUnavailableException when the store cannot be read
   */
  public <T> T read(String what, Supplier<T> work) {
    return timed(
        false,
        () -> operations.executeRead(status -> work.get()),
        "The store cannot be read for ",
        what);
  }

  /**
   * Writes everything or nothing.
   *
   * @param what is written, for the message
   * @throws StoreUnavailableException when it could not be written; nothing was
   */
  public <T> T write(String what, Supplier<T> work) {
    return timed(
        true,
        () -> operations.executeWrite(status -> work.get()),
        "The store cannot be written for ",
        what);
  }

  private <T> T timed(boolean write, Supplier<T> transaction, String fault, String what) {
    long start = System.nanoTime();
    boolean failed = true;
    try {
      T result = transaction.get();
      failed = false;
      return result;
    } catch (RuntimeException e) {
      throw unavailable(fault + what, e);
    } finally {
      tell(write, start, failed);
    }
  }

  /** Tells the listener of a transaction that began at the value of {@link System#nanoTime}. */
  void tell(boolean write, long start, boolean failed) {
    StoreListener told = listener;
    if (told != null) {
      told.done(write, System.nanoTime() - start, failed);
    }
  }

  private static RuntimeException unavailable(String message, RuntimeException e) {
    Throwable cause = e;
    while (cause != null) {
      if (cause instanceof KeystileException keystile) {
        return keystile;
      }
      if (cause instanceof IllegalArgumentException wrong) {
        return wrong;
      }
      cause = cause.getCause();
    }
    return new StoreUnavailableException(message, e);
  }
}
