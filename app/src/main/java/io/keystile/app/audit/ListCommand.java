package io.keystile.app.audit;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.audit.AuditFilter.Order;
import io.keystile.auth.audit.AuditPage;
import io.keystile.auth.audit.AuditRecord;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.management.AuditView;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile audit list}. */
@Command(name = "list", description = "Lists who changed what, the newest first.")
final class ListCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();
  @Mixin private final FilterOptions options = new FilterOptions();

  @Option(names = "--oldest-first", description = "Lists the oldest first.")
  private boolean oldestFirst;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many, 1 to " + AuditTrail.MAX_PAGE + ". Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--cursor",
      paramLabel = "NUMBER",
      description = "Goes on where an earlier list ended (its nextCursor).")
  private @Nullable Long cursor;

  private final Streams streams;

  ListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > AuditTrail.MAX_PAGE) {
      throw new CommandException(
          ExitCode.USAGE, "--limit must be 1 to " + AuditTrail.MAX_PAGE + ".");
    }
    Order order = oldestFirst ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
    return answers.print(
        streams,
        context -> context.getBean(AuditTrail.class).page(options.filter(order), cursor, limit),
        ListCommand::lines,
        AuditView.Page::of);
  }

  private static String lines(AuditPage page) {
    String rows = page.items().stream().map(ListCommand::line).collect(Collectors.joining("\n"));
    return page.nextCursor() == null ? rows : rows + "\nMore: --cursor " + page.nextCursor();
  }

  private static String line(AuditRecord row) {
    return Stream.of(
            String.valueOf(row.number()),
            row.at().toString(),
            row.actorKind() + ":" + row.actorId(),
            row.address() == null ? "-" : row.address(),
            row.action(),
            row.target(),
            row.result(),
            row.changes())
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining("  "));
  }
}
