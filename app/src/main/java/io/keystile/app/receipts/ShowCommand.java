package io.keystile.app.receipts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.management.ReceiptView;
import io.keystile.auth.receipt.Receipt;
import io.keystile.auth.receipt.Receipts;
import io.micronaut.context.ApplicationContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile receipts show}. */
@Command(name = "show", description = "Shows why a call was refused, check by check.")
final class ShowCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Parameters(
      paramLabel = "ID",
      description = "What the caller got as X-Keystile-Receipt: rcpt_...")
  private String id = "";

  private final Streams streams;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(streams, this::find, ReceiptLines::all, ReceiptView::of);
  }

  // The text is not repeated: it may be a key by mistake.
  private Receipt find(ApplicationContext context) {
    return context
        .getBean(Receipts.class)
        .find(id)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.REFUSED, "There is no such receipt, or it is no longer kept."));
  }
}
