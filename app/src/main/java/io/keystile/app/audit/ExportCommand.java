package io.keystile.app.audit;

import io.keystile.app.cli.Contexts;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.StoreOptions;
import io.keystile.app.cli.Streams;
import io.keystile.auth.audit.AuditFilter.Order;
import io.keystile.auth.audit.AuditTrail;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keystile audit export}. */
@Command(
    name = "export",
    description = "Writes the audit log to standard output, the oldest row first: JSON lines.")
final class ExportCommand implements Callable<Integer> {

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final FilterOptions options = new FilterOptions();

  private final Streams streams;

  ExportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Map<String, Object> settings = store.settings();
    settings.put("keystile.store.create", false);
    try (ApplicationContext context = Contexts.startCommand(settings)) {
      context
          .getBean(AuditTrail.class)
          .export(
              options.filter(Order.OLDEST_FIRST), row -> streams.out().print(row.json() + "\n"));
      streams.out().flush();
      return ExitCode.DONE.code();
    }
  }
}
