package io.keystile.bridge.upstream;

/** Thrown when the server puts the provider key into its answer. */
final class SecretLeakException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecretLeakException() {
    super("the upstream server put the provider key into its answer", null, false, false);
  }
}
