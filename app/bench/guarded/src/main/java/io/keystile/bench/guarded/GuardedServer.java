package io.keystile.bench.guarded;

import io.micronaut.runtime.Micronaut;

/** Starts the guarded server; its settings come as system properties. */
final class GuardedServer {

  private GuardedServer() {}

  public static void main(String[] args) {
    Micronaut.build(args).banner(false).start();
  }
}
