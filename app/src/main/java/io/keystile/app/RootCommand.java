package io.keystile.app;

import io.keystile.app.cli.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code keystile}: prints its help. */
@Command(
    name = "keystile",
    description = "API keys in front of an OpenAI-compatible server.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 refused or not found, 2 wrong usage, 3 store not usable,",
      "4 cannot listen."
    })
@SuppressWarnings("UnusedVariable") // picocli looks at the options
final class RootCommand extends Group {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Shows the version.")
  private boolean version;
}
