package io.keystile.app.audit;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Subcommands;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile audit}: prints its help. */
@Command(
    name = "audit",
    description = "Shows who changed what, and whether anybody tampered with that.",
    synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand extends Group {

  private AuditCommand() {}

  /** The command with those below it that the arguments behind it can mean. */
  public static CommandLine commandLine(Streams streams, List<String> arguments) {
    return new Subcommands()
        .add("list", () -> new ListCommand(streams))
        .add("verify", () -> new VerifyCommand(streams))
        .add("export", () -> new ExportCommand(streams))
        .add("prune", () -> new PruneCommand(streams))
        .below(new AuditCommand(), arguments);
  }
}
