package io.keystile.app.receipts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.management.ReceiptView;
import io.keystile.auth.receipt.ReceiptFilter;
import io.keystile.auth.receipt.Receipts;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile receipts list}. */
@Command(name = "list", description = "Lists refused calls, the newest first.")
final class ListCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Option(names = "--key", paramLabel = "ID", description = "Only calls with this key.")
  private @Nullable String key;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Only calls refused for this, such as ip_not_allowed.")
  private @Nullable String reason;

  @Option(names = "--address", paramLabel = "ADDRESS", description = "Only calls from there.")
  private @Nullable String address;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many, 1 to " + Receipts.MAX_PAGE + ". Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Goes on where an earlier list ended (its nextCursor).")
  private @Nullable String cursor;

  private final Streams streams;

  ListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > Receipts.MAX_PAGE) {
      throw new CommandException(ExitCode.USAGE, "--limit must be 1 to " + Receipts.MAX_PAGE + ".");
    }
    ReceiptFilter filter = filter();
    return answers.print(
        streams,
        context -> context.getBean(Receipts.class).page(filter, cursor, limit),
        ReceiptLines::page,
        ReceiptView.Page::of);
  }

  private ReceiptFilter filter() {
    try {
      return new ReceiptFilter(
          key == null ? null : new ApiKeyId(key),
          reason,
          address == null ? null : ClientIp.parse(address));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage() + ".");
    }
  }
}
