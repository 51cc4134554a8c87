package io.keystile.app.scanner;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.Contexts;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.redact.ScannerRules;
import io.keystile.auth.redact.ScannerTool;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keystile scanner-rules}. */
@Command(
    name = "scanner-rules",
    description = "Prints rules by which a secret scanner finds generated keys.")
public final class ScannerRulesCommand implements Callable<Integer> {

  private static final String SETTING = "keystile.keys.prefix";
  private static final String DEFAULT_PREFIX = "ks_";

  @Option(
      names = "--tool",
      paramLabel = "TOOL",
      converter = ToolConverter.class,
      defaultValue = "gitleaks",
      description = "gitleaks, trufflehog or secretlint. Default: gitleaks.")
  private ScannerTool tool = ScannerTool.GITLEAKS;

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "What the keys begin with. Default: as configured.")
  private @Nullable String prefix;

  private final Streams streams;

  public ScannerRulesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    rules().lines().forEach(streams::print);
    return ExitCode.DONE.code();
  }

  private String rules() {
    String chosen = prefix == null ? Contexts.findSetting(SETTING).orElse(DEFAULT_PREFIX) : prefix;
    try {
      return ScannerRules.of(tool, chosen);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
