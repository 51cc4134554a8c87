package io.keystile.app.accounts;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile accounts}: prints its help. */
@Command(
    name = "accounts",
    description = "Makes and manages accounts, which own keys.",
    synopsisSubcommandLabel = "COMMAND")
public final class AccountsCommand extends Group {

  private AccountsCommand() {}

  /** The command with all below it. */
  public static CommandLine commandLine(Streams streams) {
    return new CommandLine(new AccountsCommand())
        .addSubcommand(new CreateCommand(streams))
        .addSubcommand(new ListCommand(streams))
        .addSubcommand(new ShowCommand(streams))
        .addSubcommand(new ScopesCommand(streams))
        .addSubcommand(new EnableCommand(streams))
        .addSubcommand(new DisableCommand(streams))
        .addSubcommand(new DeleteCommand(streams));
  }
}
