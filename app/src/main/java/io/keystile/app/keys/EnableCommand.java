package io.keystile.app.keys;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keystile keys enable}. */
@Command(name = "enable", description = "Lets a key be used again.")
final class EnableCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyArgument key = new KeyArgument();

  private final Streams streams;

  EnableCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Session session = store.open(Missing.REFUSE, streams)) {
      session.output().changed("Enabled", session.keys().enable(key.id()));
      return ExitCode.DONE.code();
    }
  }
}
