package io.keystile.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The variables in {@code .env.local} in the current directory, for a process without its own. */
final class LocalEnvironment {

  static final Path FILE = Path.of(".env.local");

  private static final Logger LOG = LoggerFactory.getLogger(LocalEnvironment.class);
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private LocalEnvironment() {}

  /**
   * What the file sets; nothing when it is not there.
   *
   * @throws CommandException when it cannot be read; the message never repeats a line of it
   */
  static Map<String, String> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      warnOfReaders(file);
      return parse(file, lines);
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (IOException e) {
      throw wrong(file + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static Map<String, String> parse(Path file, List<String> lines) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher assignment = LINE.matcher(line);
      if (!assignment.matches()) {
        throw wrong(file + ", line " + (i + 1) + ": use NAME=VALUE, or # for a comment.");
      }
      variables.put(assignment.group(1), unquoted(assignment.group(2)));
    }
    return variables;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static void warnOfReaders(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
      LOG.warn("{} can be read by others; run: chmod 600 {}", file, file);
    }
  }

  private static CommandException wrong(String message) {
    return new CommandException(ExitCode.USAGE, message);
  }
}
