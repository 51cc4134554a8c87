package io.keystile.app.console.people;

import io.keystile.auth.KeystileException;

/** Nobody would be left who can change anything in the console. */
public final class LastAdministratorException extends KeystileException {

  private static final long serialVersionUID = 1L;

  LastAdministratorException() {
    super("This is the last administrator. Make another one first.", null);
  }
}
