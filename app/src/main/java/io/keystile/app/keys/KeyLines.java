package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the lines of an import. */
final class KeyLines {

  static final String STANDARD_INPUT = "-";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Streams streams;

  KeyLines(Streams streams) {
    this.streams = streams;
  }

  /**
   * @throws CommandException when the file cannot be read
   */
  List<String> read(String file) {
    try (InputStream input = open(file)) {
      String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    } catch (NoSuchFileException e) {
      throw unreadable(file, "it does not exist");
    } catch (IOException e) {
      throw unreadable(file, e.getClass().getSimpleName());
    }
  }

  private InputStream open(String file) throws IOException {
    if (!file.equals(STANDARD_INPUT)) {
      return Files.newInputStream(Path.of(file));
    }
    if (streams.terminal().isInteractive()) {
      streams.tell("Type one key on each line; end with Ctrl-D.");
    }
    return streams.in();
  }

  private static CommandException unreadable(String file, String why) {
    return new CommandException(ExitCode.USAGE, "The file " + file + " cannot be read: " + why);
  }
}
