package io.keystile.bench.security;

import io.micronaut.runtime.Micronaut;

/** Starts the server with Micronaut Security; its settings come as system properties. */
final class SecurityServer {

  private SecurityServer() {}

  public static void main(String[] args) {
    Micronaut.build(args).banner(false).start();
  }
}
