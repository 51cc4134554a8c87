package io.keystile.app.keys;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyRecovery;
import io.keystile.auth.keys.ManagedKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keystile keys reveal}. */
@Command(
    name = "reveal",
    description =
        "Prints a key again, where keystile.keys.recoverable is on; the audit log says so.")
final class RevealCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyArgument key = new KeyArgument();

  private final Streams streams;

  RevealCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Session session = store.open(Missing.REFUSE, streams)) {
      KeyRecovery recovery = session.context().getBean(KeyRecovery.class);
      ManagedKey found = session.keys().get(key.id());
      session.output().revealed(new IssuedKey(found, recovery.reveal(key.id())));
      return ExitCode.DONE.code();
    }
  }
}
