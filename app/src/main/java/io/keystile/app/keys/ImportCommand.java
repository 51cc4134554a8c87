package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.ImportReport.Outcome;
import io.keystile.auth.keys.KeyImport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keystile keys import}. */
@Command(name = "import", description = "Brings in keys that were made elsewhere, one on a line.")
final class ImportCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final ScopeOption scope = new ScopeOption();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = KeyLines.STANDARD_INPUT,
      description = "The file with the keys; - or nothing reads standard input.")
  private String file = KeyLines.STANDARD_INPUT;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What each is called; with several, the line number is put behind it.")
  private String name = "";

  @Option(names = "--all-or-nothing", description = "One refused line keeps every other out.")
  private boolean allOrNothing;

  private final Streams streams;

  ImportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    KeyImport options = options();
    List<String> lines = new KeyLines(streams).read(file);
    try (Session session = store.open(Missing.CREATE, streams)) {
      ImportReport report = session.importer().importKeys(lines, options);
      session.output().imported(report);
      return (report.count(Outcome.REFUSED) == 0 ? ExitCode.DONE : ExitCode.REFUSED).code();
    }
  }

  private KeyImport options() {
    try {
      return new KeyImport(name, scope.scopes(), allOrNothing);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("The", e);
    }
  }
}
