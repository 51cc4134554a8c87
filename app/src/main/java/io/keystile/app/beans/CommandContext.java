package io.keystile.app.beans;

import io.micronaut.context.ApplicationContextConfiguration;
import java.util.List;

/**
 * The beans of a command on the store: those of the program without what only a server needs, which
 * would be most of what a command does.
 */
@SuppressWarnings("overrides") // as the framework has it
final class CommandContext extends ProgramContext {

  private static final List<String> OF_SERVERS =
      List.of(
          "io.keystile.app.console.",
          "io.keystile.app.observe.",
          "io.keystile.app.serve.",
          "io.keystile.auth.management.",
          "io.keystile.auth.metrics.",
          "io.keystile.bridge.",
          "io.micronaut.buffer.netty.",
          "io.micronaut.configuration.metrics.",
          "io.micronaut.http.",
          "io.micronaut.management.",
          "io.micronaut.runtime.http.",
          "io.micronaut.web.");

  /** The people of the console live in the store, too. */
  private static final String PEOPLE = "io.keystile.app.console.people.";

  CommandContext(ApplicationContextConfiguration configuration) {
    super(configuration);
  }

  @Override
  boolean needs(String definition) {
    return isNeeded(definition);
  }

  static boolean isNeeded(String definition) {
    return isUsed(definition)
        && (definition.startsWith(PEOPLE) || OF_SERVERS.stream().noneMatch(definition::startsWith));
  }
}
