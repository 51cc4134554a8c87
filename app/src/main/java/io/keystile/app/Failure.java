package io.keystile.app;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.FirstLine;
import io.keystile.auth.audit.AuditUnavailableException;
import io.keystile.auth.keys.AccountNotFoundException;
import io.keystile.auth.keys.ConflictException;
import io.keystile.auth.keys.KeyNotFoundException;
import io.keystile.auth.settings.SettingNotFoundException;
import io.keystile.auth.settings.SettingRefusedException;
import io.keystile.auth.store.StoreNotUsableException;
import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a failure means to the person at the command line.
 *
 * @param exitCode how the program ends
 * @param message one line
 */
record Failure(ExitCode exitCode, String message) {

  /** The failure as it is told, or nothing when it is a fault of the program. */
  static Optional<Failure> of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Failure known = ofKnown(cause);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return isConfiguration(thrown)
        ? Optional.of(
            new Failure(
                ExitCode.USAGE, "The configuration cannot be used: " + FirstLine.of(root(thrown))))
        : Optional.empty();
  }

  private static @Nullable Failure ofKnown(Throwable thrown) {
    if (thrown instanceof CommandException expected) {
      return new Failure(expected.exitCode(), FirstLine.of(thrown));
    }
    if (thrown instanceof KeyNotFoundException
        || thrown instanceof AccountNotFoundException
        || thrown instanceof ConflictException
        || thrown instanceof SettingNotFoundException
        || thrown instanceof SettingRefusedException) {
      return new Failure(ExitCode.REFUSED, FirstLine.of(thrown));
    }
    if (thrown instanceof StoreNotUsableException || thrown instanceof AuditUnavailableException) {
      return new Failure(ExitCode.STORE, FirstLine.of(thrown));
    }
    if (thrown instanceof StoreUnavailableException) {
      return new Failure(ExitCode.STORE, FirstLine.of(thrown) + ": " + FirstLine.of(root(thrown)));
    }
    return null;
  }

  private static boolean isConfiguration(Throwable thrown) {
    return thrown instanceof BeanContextException || thrown instanceof ConfigurationException;
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
