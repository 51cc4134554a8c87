package io.keystile.app.cli;

import io.keystile.app.beans.CommandContextBuilder;
import io.keystile.app.beans.ProgramContextBuilder;
import io.keystile.auth.audit.Actor;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the application's beans, with the command line above the environment above the file. */
public final class Contexts {

  private Contexts() {}

  /**
   * A started context, to be closed by the caller.
   *
   * @param commandLine settings that stand above all others
   */
  public static ApplicationContext start(Map<String, Object> commandLine) {
    return start(settled(new ProgramContextBuilder(), strict(commandLine)).build());
  }

  /**
   * The beans of a command on the store, without those of the server. What it changes was done by
   * the user of this machine.
   */
  public static ApplicationContext startCommand(Map<String, Object> commandLine) {
    return startCommand(new CommandContextBuilder(), commandLine);
  }

  /** The same with all beans of the program, for a command that looks at the server's. */
  public static ApplicationContext startWhole(Map<String, Object> commandLine) {
    return startCommand(new ProgramContextBuilder(), commandLine);
  }

  private static ApplicationContext startCommand(
      ApplicationContextBuilder builder, Map<String, Object> commandLine) {
    String user = System.getProperty("user.name", "unknown");
    Actor actor = new Actor(Actor.Kind.COMMAND_LINE, user, null, null);
    return start(settled(builder, strict(commandLine)).singletons(actor).build());
  }

  /** What a setting is, from the environment or the file, without starting anything. */
  public static Optional<String> findSetting(String name) {
    try (ApplicationContext context = settled(new CommandContextBuilder(), Map.of()).build()) {
      return context.getEnvironment().start().getProperty(name, String.class);
    }
  }

  /** Whatever is configured, a key that could be read in the log stops the start. */
  private static Map<String, Object> strict(Map<String, Object> commandLine) {
    Map<String, Object> fixed = new HashMap<>(commandLine);
    fixed.put("keystile.redact.check", "fail");
    return fixed;
  }

  private static ApplicationContextBuilder settled(
      ApplicationContextBuilder builder, Map<String, Object> commandLine) {
    builder
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .banner(false)
        .properties(commandLine);
    Map<String, String> local = LocalEnvironment.read(LocalEnvironment.FILE);
    Map<String, String> variables = new HashMap<>(local);
    variables.putAll(System.getenv());
    List<PropertySource> sources = new ArrayList<>();
    sources.add(RankedSource.ofLocalEnvironment(local));
    sources.add(RankedSource.ofOlderNames(OlderNames.settings(variables)));
    ConfigurationFile.find(variables.get(ConfigurationFile.VARIABLE)).ifPresent(sources::add);
    return builder.propertySources(sources.toArray(PropertySource[]::new));
  }

  private static ApplicationContext start(ApplicationContext context) {
    try {
      Database.of(context.getEnvironment().start());
      return context.start();
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }
}
