package io.keystile.app;

import io.keystile.app.accounts.AccountsCommand;
import io.keystile.app.audit.AuditCommand;
import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Subcommands;
import io.keystile.app.console.command.ConsoleCommand;
import io.keystile.app.keys.KeysCommand;
import io.keystile.app.receipts.ReceiptsCommand;
import io.keystile.app.scanner.ScannerRulesCommand;
import io.keystile.app.serve.ServeCommand;
import io.keystile.app.settings.RoutesCommand;
import io.keystile.app.settings.SettingsCommand;
import io.keystile.app.usage.UsageCommand;
import io.keystile.auth.redact.LogRedaction;
import java.util.List;
import picocli.CommandLine;

/** The {@code keystile} program. */
public final class Keystile {

  private Keystile() {}

  public static void main(String[] args) {
    // Alone: while another thread begins to log, the log cannot be had, nor kept free of keys.
    LogRedaction.enforce();
    Beginning.start(args);
    System.exit(run(Streams.ofProcess(), args));
  }

  /** Runs what the arguments say, and answers the exit code. */
  static int run(Streams streams, String... args) {
    return commandLine(streams, args).execute(args);
  }

  /** The program on these streams: all of it, or what the arguments can mean. */
  static CommandLine commandLine(Streams streams, String... args) {
    FailureHandler failures = new FailureHandler(streams);
    return new Subcommands()
        .add("serve", () -> new ServeCommand(streams))
        .addGroup("keys", rest -> KeysCommand.commandLine(streams, rest))
        .addGroup("accounts", rest -> AccountsCommand.commandLine(streams, rest))
        .add("routes", () -> new RoutesCommand(streams))
        .addGroup("settings", rest -> SettingsCommand.commandLine(streams, rest))
        .add("scanner-rules", () -> new ScannerRulesCommand(streams))
        .add("usage", () -> new UsageCommand(streams))
        .addGroup("receipts", rest -> ReceiptsCommand.commandLine(streams, rest))
        .addGroup("audit", rest -> AuditCommand.commandLine(streams, rest))
        .addGroup("console", rest -> ConsoleCommand.commandLine(streams, rest))
        .add("completion", () -> new CompletionCommand(streams))
        .below(new RootCommand(), List.of(args))
        .setOut(streams.out())
        .setErr(streams.err())
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }
}
