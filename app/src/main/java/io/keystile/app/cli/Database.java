package io.keystile.app.cli;

import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The database that is in force after the command line, the environment and the file.
 *
 * @param file where it lies
 */
public record Database(Path file) {

  /** The setting that names it. */
  public static final String SETTING = "keystile.db";

  private static final Database DEFAULT =
      new Database(Path.of("data", "keystile.db").toAbsolutePath());
  private static final String JDBC = "jdbc:";
  private static final String SQLITE = "jdbc:sqlite:";

  /**
   * The database that the settings name.
   *
   * @throws CommandException when it is of a kind that is not known
   */
  public static Database of(Environment settings) {
    String name = settings.getRequiredProperty(SETTING, String.class);
    String file = name.startsWith(SQLITE) ? name.substring(SQLITE.length()) : name;
    if (file.isBlank() || file.startsWith(JDBC)) {
      throw new CommandException(
          ExitCode.STORE, "The database must be a file or a " + SQLITE + "FILE address.");
    }
    return new Database(Path.of(file).toAbsolutePath().normalize());
  }

  /** What a command needs to find it from here: nothing, or {@code --db} with a blank before. */
  public String option() {
    return equals(DEFAULT) ? "" : " --db " + Shell.quoted(file);
  }

  /** Where things may lie that belong to it. */
  public Path folder() {
    return Objects.requireNonNullElse(file.getParent(), file);
  }
}
