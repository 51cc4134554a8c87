package io.keystile.app;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.redact.Redactor;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what was thrown into one line on standard error and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

  private final Streams streams;

  FailureHandler(Streams streams) {
    this.streams = streams;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    tell(String.valueOf(thrown.getMessage()));
    tell("Try: " + thrown.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parseResult) {
    Optional<Failure> failure = Failure.of(thrown);
    if (failure.isEmpty()) {
      LOG.error("Keystile failed where it should not", thrown);
      return ExitCode.REFUSED.code();
    }
    LOG.debug("The command failed", thrown);
    tell(failure.get().message());
    return failure.get().exitCode().code();
  }

  // What was typed may be a key in the wrong place.
  private void tell(String line) {
    streams.tell(Redactor.redact(line));
  }
}
