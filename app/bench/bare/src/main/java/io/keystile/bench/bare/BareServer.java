package io.keystile.bench.bare;

import io.micronaut.runtime.Micronaut;

/** Starts the bare server; its settings come as system properties. */
final class BareServer {

  private BareServer() {}

  public static void main(String[] args) {
    Micronaut.build(args).banner(false).start();
  }
}
