package io.keystile.app.keys;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.keys.Confirmation;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keystile keys disable}. */
@Command(name = "disable", description = "Keeps a key from being used, until it is enabled again.")
final class DisableCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyArgument key = new KeyArgument();

  private final Streams streams;

  DisableCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Session session = store.open(Missing.REFUSE, streams)) {
      session
          .output()
          .changed("Disabled", session.keys().disable(key.id(), Set.of(Confirmation.LAST_WAY_IN)));
      return ExitCode.DONE.code();
    }
  }
}
