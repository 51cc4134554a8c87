package io.keystile.app.keys;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.ManagedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keystile keys export}. */
@Command(
    name = "export",
    description = "Prints all about keys but the keys themselves, as JSON, one on a line.")
final class ExportCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyFilters filters = new KeyFilters();

  private final Streams streams;

  ExportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Session session = store.open(Missing.REFUSE, streams)) {
      JsonKeyOutput output = KeyOutput.json(streams, session.context());
      List<ManagedKey> batch = new ArrayList<>();
      session
          .keys()
          .export(
              filters.query(session.clock().instant()),
              key -> {
                batch.add(key);
                if (batch.size() == ApiKeys.MAX_PAGE) {
                  output.lines(batch);
                  batch.clear();
                }
              });
      output.lines(batch);
      return ExitCode.DONE.code();
    }
  }
}
