package io.keystile.app;

import io.keystile.app.accounts.AccountsCommand;
import io.keystile.app.audit.AuditCommand;
import io.keystile.app.cli.Streams;
import io.keystile.app.console.command.ConsoleCommand;
import io.keystile.app.keys.KeysCommand;
import io.keystile.app.receipts.ReceiptsCommand;
import io.keystile.app.scanner.ScannerRulesCommand;
import io.keystile.app.serve.ServeCommand;
import io.keystile.app.settings.RoutesCommand;
import io.keystile.app.settings.SettingsCommand;
import io.keystile.app.usage.UsageCommand;
import io.keystile.auth.redact.LogRedaction;
import picocli.CommandLine;

/** The {@code keystile} program. */
public final class Keystile {

  private Keystile() {}

  public static void main(String[] args) {
    LogRedaction.enforce();
    System.exit(commandLine(Streams.ofProcess()).execute(args));
  }

  /** The whole program on these streams. */
  static CommandLine commandLine(Streams streams) {
    FailureHandler failures = new FailureHandler(streams);
    return new CommandLine(new RootCommand())
        .addSubcommand(new ServeCommand(streams))
        .addSubcommand(KeysCommand.commandLine(streams))
        .addSubcommand(AccountsCommand.commandLine(streams))
        .addSubcommand(new RoutesCommand(streams))
        .addSubcommand(SettingsCommand.commandLine(streams))
        .addSubcommand(new ScannerRulesCommand(streams))
        .addSubcommand(new UsageCommand(streams))
        .addSubcommand(ReceiptsCommand.commandLine(streams))
        .addSubcommand(AuditCommand.commandLine(streams))
        .addSubcommand(ConsoleCommand.commandLine(streams))
        .addSubcommand(new CompletionCommand(streams))
        .setOut(streams.out())
        .setErr(streams.err())
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }
}
