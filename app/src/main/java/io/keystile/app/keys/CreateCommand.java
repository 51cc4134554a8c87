package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile keys create}. */
@Command(name = "create", description = "Makes a key and prints it, this once.")
final class CreateCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final ScopeOption scope = new ScopeOption();

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Who or what uses the key, 1 to 100 characters.")
  private String name = "";

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private @Nullable String description;

  @Option(
      names = "--expires",
      paramLabel = "WHEN",
      converter = ExpiryConverter.class,
      description = "12h, 90d, 4w, a date (2027-01-31: its start in UTC) or never, the default.")
  private Expiry expires = Expiry.NEVER;

  private final Streams streams;

  CreateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    KeySettings request = request();
    try (Session session = store.open(Missing.CREATE, streams)) {
      KeySettings complete = request.validBetween(null, expires.from(session.clock().instant()));
      session.output().issued(issue(session.keys(), complete));
      return ExitCode.DONE.code();
    }
  }

  private static IssuedKey issue(ApiKeys keys, KeySettings settings) {
    try {
      return keys.issue(settings);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.REFUSED, "No key was made: " + e.getMessage() + ".");
    }
  }

  private KeySettings request() {
    try {
      return KeySettings.named(name).describedAs(description).withScopes(scope.scopes());
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "The " + e.getMessage() + ".");
    }
  }
}
