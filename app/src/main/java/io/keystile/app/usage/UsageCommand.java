package io.keystile.app.usage;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.management.UsageView;
import io.keystile.auth.usage.UsageHistory;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keystile usage}. */
@Command(
    name = "usage",
    description = "Tells how many calls were accepted and refused, by hour or day.",
    footer = {"", "A running server writes its counts down every few seconds."})
public final class UsageCommand implements Callable<Integer> {

  /** How long one row is. */
  enum Step {
    HOUR(Duration.ofHours(24)),
    DAY(Duration.ofDays(30));

    private final Duration back;

    Step(Duration back) {
      this.back = back;
    }
  }

  @Mixin private final Answers answers = new Answers();

  @Parameters(
      arity = "0..1",
      paramLabel = "KEY-ID",
      description = "The key. Default: all calls together.")
  private @Nullable String key;

  @Option(
      names = "--from",
      paramLabel = "WHEN",
      converter = Moment.Converter.class,
      description = "From when on: 24h or 7d ago, 2027-01-31. Default: 24h, by day 30d.")
  private @Nullable Moment from;

  @Option(
      names = "--to",
      paramLabel = "WHEN",
      converter = Moment.Converter.class,
      description = "Until when. Default: now.")
  private @Nullable Moment to;

  @Option(
      names = "--by",
      paramLabel = "hour|day",
      defaultValue = "hour",
      description = "How long one row is; days are those of UTC. Default: ${DEFAULT-VALUE}.")
  private String by = "hour";

  private final Streams streams;

  public UsageCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Step step = step();
    ApiKeyId id = id();
    return answers.print(
        streams, context -> read(context, id, step), UsageLines::of, usage -> usage);
  }

  private UsageView read(ApplicationContext context, @Nullable ApiKeyId id, Step step) {
    UsageHistory history = context.getBean(UsageHistory.class);
    Instant now = context.getBean(Clock.class).instant();
    Instant start = from == null ? now.minus(step.back) : from.from(now);
    Instant end = to == null ? now.plusMillis(1) : to.from(now);
    return step == Step.DAY
        ? UsageView.ofDays(
            start, end, id == null ? history.daysOfAll(start, end) : history.daysOf(id, start, end))
        : UsageView.ofHours(
            start, end, id == null ? history.ofAll(start, end) : history.of(id, start, end));
  }

  private Step step() {
    try {
      return Step.valueOf(by.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--by is hour or day.");
    }
  }

  private @Nullable ApiKeyId id() {
    try {
      return key == null ? null : new ApiKeyId(key);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage() + ".");
    }
  }
}
