package io.keystile.app.console.command;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Gets a password from a person, who types it twice, or from the first line of the input. */
final class NewPassword {

  private final Streams streams;

  NewPassword(Streams streams) {
    this.streams = streams;
  }

  String read() {
    if (!streams.terminal().isInteractive()) {
      return required(firstLine());
    }
    streams.tell("New password:");
    String once = required(streams.terminal().readSecret());
    streams.tell("Again:");
    if (!once.equals(streams.terminal().readSecret())) {
      throw new CommandException(ExitCode.REFUSED, "The passwords differ. Nothing was changed.");
    }
    return once;
  }

  private static String required(@Nullable String line) {
    if (line == null || line.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "The new password is read from standard input, and there was none.");
    }
    return line;
  }

  private @Nullable String firstLine() {
    try {
      return new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, "The password cannot be read: " + e.getMessage());
    }
  }
}
