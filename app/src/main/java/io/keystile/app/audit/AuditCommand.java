package io.keystile.app.audit;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile audit}: prints its help. */
@Command(
    name = "audit",
    description = "Shows who changed what, and whether anybody tampered with that.",
    synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand extends Group {

  private AuditCommand() {}

  /** The command with all below it. */
  public static CommandLine commandLine(Streams streams) {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new ListCommand(streams))
        .addSubcommand(new VerifyCommand(streams))
        .addSubcommand(new ExportCommand(streams))
        .addSubcommand(new PruneCommand(streams));
  }
}
