package io.keystile.app.cli;

/** What the program's exit code says. */
public enum ExitCode {
  /** It is done. */
  DONE(0),
  /** It was refused, or there is no such thing. */
  REFUSED(1),
  /** The command line or the configuration is wrong. */
  USAGE(2),
  /** The key store cannot be used. */
  STORE(3),
  /** The server cannot listen where it should. */
  LISTEN(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number the shell sees. */
  public int code() {
    return code;
  }
}
