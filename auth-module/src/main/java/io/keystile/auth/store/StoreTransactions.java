package io.keystile.auth.store;

import io.keystile.auth.KeystileException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/**
 * Transactions on the store. Whatever goes wrong below becomes {@link StoreUnavailableException},
 * so that a caller can tell "not allowed" from "could not check". Safe for several threads.
 */
@Singleton
public final class StoreTransactions {

  private final TransactionOperations<Connection> operations;

  StoreTransactions(@Named(Store.NAME) TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  /**
   * Reads from one snapshot.
   *
   * @param what is read, for the message
   * @throws StoreUnavailableException when the store cannot be read
   */
  public <T> T read(String what, Supplier<T> work) {
    try {
      return operations.executeRead(status -> work.get());
    } catch (RuntimeException e) {
      throw unavailable("The store cannot be read for " + what, e);
    }
  }

  /**
   * Writes everything or nothing.
   *
   * @param what is written, for the message
   * @throws StoreUnavailableException when it could not be written; nothing was
   */
  public <T> T write(String what, Supplier<T> work) {
    try {
      return operations.executeWrite(status -> work.get());
    } catch (RuntimeException e) {
      throw unavailable("The store cannot be written for " + what, e);
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
