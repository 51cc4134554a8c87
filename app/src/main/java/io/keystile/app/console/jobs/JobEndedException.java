package io.keystile.app.console.jobs;

import io.keystile.auth.KeystileException;

/** Thrown into work that nobody wants any more, so that it undoes what it did and ends. */
final class JobEndedException extends KeystileException {

  private static final long serialVersionUID = 1L;

  JobEndedException() {
    super("Nobody wants this any more", null);
  }
}
