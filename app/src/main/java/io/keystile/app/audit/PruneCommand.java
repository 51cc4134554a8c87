package io.keystile.app.audit;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.audit.AuditRetention;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile audit prune}. */
@Command(
    name = "prune",
    description = "Removes old rows; a row that stands in for them lets the rest be verified.")
final class PruneCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Option(
      names = "--older-than",
      paramLabel = "DAYS",
      required = true,
      description = "How many days a row is kept, 1 or more.")
  private long days;

  private final Streams streams;

  PruneCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (days < 1 || days > 36_500) {
      throw new CommandException(ExitCode.USAGE, "--older-than must be 1 to 36500 days.");
    }
    return answers.print(
        streams,
        context -> context.getBean(AuditRetention.class).prune(Duration.ofDays(days)),
        removed -> "Rows removed: " + removed,
        removed -> Map.of("removed", removed));
  }
}
