package io.keystile.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void explainsNoFaultOfTheProgramAway() {
    assertEquals(Optional.empty(), Failure.of(new IllegalStateException("bug")));
  }

  @Test
  void tellsWhatStoppedTheStore() {
    Exception cause = new IllegalStateException("database is locked\nwith details");
    assertFailure(
        ExitCode.STORE,
        "The store cannot be written for a key: database is locked",
        new StoreUnavailableException("The store cannot be written for a key", cause));
  }

  @Test
  void findsTheReasonBelowTheFramework() {
    CommandException reason = new CommandException(ExitCode.LISTEN, "Cannot listen.");
    assertFailure(
        ExitCode.LISTEN, "Cannot listen.", new BeanInstantiationException("no bean", reason));
  }

  @Test
  void tellsWhatIsWrongWithTheConfiguration() {
    assertFailure(
        ExitCode.USAGE,
        "The configuration cannot be used: keystile.x must be y",
        new BeanInstantiationException(
            "no bean", new ConfigurationException("keystile.x must be y")));
    assertFailure(
        ExitCode.USAGE,
        "The configuration cannot be used: Unable to convert",
        new BeanInstantiationException("a\n\nMessage: b\n\nMessage: Unable to convert\nPath"));
  }

  private static void assertFailure(ExitCode exitCode, String message, Exception thrown) {
    assertEquals(Optional.of(new Failure(exitCode, message)), Failure.of(thrown));
  }
}
