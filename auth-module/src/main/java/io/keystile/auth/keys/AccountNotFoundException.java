package io.keystile.auth.keys;

import io.keystile.auth.KeystileException;

/**
 * Thrown when there is no account with the name that was given.
 *
 * @since 0.1
 */
public final class AccountNotFoundException extends KeystileException {

  private static final long serialVersionUID = 1L;

  AccountNotFoundException(String name) {
    super("There is no account named " + name + "; look it up with: accounts list", null);
  }
}
