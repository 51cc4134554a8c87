package io.keystile.app.cli;

/** The gist of messages that were not written for people. */
public final class FirstLine {

  // The framework names its own method first and what went wrong last.
  private static final String GIST = "Message: ";

  private FirstLine() {}

  /** Of a failure: of its message, or else its name. */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : of(message);
  }

  static String of(String text) {
    return text.lines()
        .filter(line -> line.startsWith(GIST))
        .map(line -> line.substring(GIST.length()))
        .reduce((outer, inner) -> inner)
        .or(() -> text.strip().lines().findFirst())
        .orElse("")
        .strip();
  }
}
