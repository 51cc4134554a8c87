package io.keystile.app.accounts;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Subcommands;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile accounts}: prints its help. */
@Command(
    name = "accounts",
    description = "Makes and manages accounts, which own keys.",
    synopsisSubcommandLabel = "COMMAND")
public final class AccountsCommand extends Group {

  private AccountsCommand() {}

  /** The command with those below it that the arguments behind it can mean. */
  public static CommandLine commandLine(Streams streams, List<String> arguments) {
    return new Subcommands()
        .add("create", () -> new CreateCommand(streams))
        .add("list", () -> new ListCommand(streams))
        .add("show", () -> new ShowCommand(streams))
        .add("describe", () -> new DescribeCommand(streams))
        .add("scopes", () -> new ScopesCommand(streams))
        .add("enable", () -> new EnableCommand(streams))
        .add("disable", () -> new DisableCommand(streams))
        .add("delete", () -> new DeleteCommand(streams))
        .below(new AccountsCommand(), arguments);
  }
}
