package io.keystile.app.console.people;

import io.keystile.auth.KeystileException;

/** Nobody in the console has the name. */
public final class NoSuchUserException extends KeystileException {

  private static final long serialVersionUID = 1L;

  NoSuchUserException() {
    super("There is no such user.", null);
  }
}
