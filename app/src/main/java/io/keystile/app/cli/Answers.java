package io.keystile.app.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command on a store that is there, and its answer: lines, or JSON. */
public final class Answers {

  private final Function<Map<String, Object>, ApplicationContext> start;

  @Mixin private final StoreOptions options = new StoreOptions();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  /** For what the store tells. */
  public Answers() {
    this(Contexts::startCommand);
  }

  private Answers(Function<Map<String, Object>, ApplicationContext> start) {
    this.start = start;
  }

  /** For what the server's own beans tell: its routes and settings. */
  public static Answers ofServer() {
    return new Answers(Contexts::startWhole);
  }

  /** Opens the store, does the work, and prints what came of it. */
  public <T> int print(
      Streams streams,
      Function<ApplicationContext, T> work,
      Function<T, String> lines,
      Function<T, ?> asJson) {
    return print(streams, work, lines, asJson, result -> ExitCode.DONE);
  }

  /** The same where the exit code tells of the result, too. */
  public <T> int print(
      Streams streams,
      Function<ApplicationContext, T> work,
      Function<T, String> lines,
      Function<T, ?> asJson,
      Function<T, ExitCode> exitCode) {
    Map<String, Object> settings = options.settings();
    settings.put("keystile.store.create", false);
    try (ApplicationContext context = start.apply(settings)) {
      T result = work.apply(context);
      String text = json ? text(context, asJson.apply(result)) : lines.apply(result);
      text.lines().forEach(streams::print);
      return exitCode.apply(result).code();
    }
  }

  private static String text(ApplicationContext context, Object value) {
    try {
      return context.getBean(JsonMapper.class).writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
