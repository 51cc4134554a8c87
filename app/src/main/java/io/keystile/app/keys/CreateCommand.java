package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.keys.KeySettings;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile keys create}. */
@Command(name = "create", description = "Makes a key and prints it, this once.")
final class CreateCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyOptions options = new KeyOptions();

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Who or what uses the key, 1 to 100 characters.")
  private String name = "";

  private final Streams streams;

  CreateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    KeySettings named = named();
    // A wrong value must not leave a new database behind.
    options.applyTo(named, Instant.now());
    try (Session session = store.open(Missing.CREATE, streams)) {
      KeySettings complete = options.applyTo(named, session.clock().instant());
      session.output().issued(KeyOptions.read("", () -> session.keys().issue(complete)));
      return ExitCode.DONE.code();
    }
  }

  private KeySettings named() {
    try {
      return KeySettings.named(name);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("The", e);
    }
  }
}
