package io.keystile.app.cli;

/** Thrown when a command ends early. The message is one line and fit for people. */
public final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public CommandException(ExitCode exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /**
   * A command that cannot be run as it was written.
   *
   * @param subject what the objection is about, as the beginning of a sentence
   * @param objection goes on with the sentence, without its end
   */
  public static CommandException usage(String subject, IllegalArgumentException objection) {
    return new CommandException(ExitCode.USAGE, subject + " " + objection.getMessage() + ".");
  }

  /** How the program ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
