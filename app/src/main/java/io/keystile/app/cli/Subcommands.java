package io.keystile.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands below another one, made when they are needed: picocli looks at each by reflection,
 * which takes longer than most of them do. Not for several threads.
 */
public final class Subcommands {

  private final Map<String, Function<List<String>, Object>> makers = new LinkedHashMap<>();

  /** Adds a command under its name. */
  public Subcommands add(String name, Supplier<Object> maker) {
    return addGroup(name, arguments -> maker.get());
  }

  /** Adds one that has others below it, and is told the arguments behind its name. */
  public Subcommands addGroup(String name, Function<List<String>, Object> maker) {
    makers.put(name, maker);
    return this;
  }

  /**
   * The command with the one below it that is named first; with all of them where none is.
   *
   * @param above an object or class with picocli's annotations
   * @param arguments what was typed behind the name of the command above
   */
  public CommandLine below(Object above, List<String> arguments) {
    CommandLine line = new CommandLine(above);
    Function<List<String>, Object> named =
        arguments.isEmpty() ? null : makers.get(arguments.get(0));
    if (named != null) {
      return line.addSubcommand(named.apply(arguments.subList(1, arguments.size())));
    }
    makers.values().forEach(maker -> line.addSubcommand(maker.apply(List.of())));
    return line;
  }
}
