package io.keystile.app;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code keystile completion}: prints the script that completes commands in a shell. */
@Command(
    name = "completion",
    description = "Prints a completion script for bash and zsh.",
    footer = {"", "Use it with: source <(keystile completion)"})
final class CompletionCommand implements Callable<Integer> {

  private final Streams streams;

  CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    streams.print(AutoComplete.bash("keystile", Keystile.commandLine(streams)));
    return ExitCode.DONE.code();
  }
}
