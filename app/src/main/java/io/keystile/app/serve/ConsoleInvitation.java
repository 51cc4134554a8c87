package io.keystile.app.serve;

import io.keystile.app.cli.Database;
import io.keystile.app.cli.Streams;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.setup.SetupCode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Hands out the code for the console's first administrator while there is nobody yet. */
final class ConsoleInvitation {

  private final ApplicationContext context;
  private final Path file;
  private final Streams streams;

  ConsoleInvitation(ApplicationContext context, Database database, Streams streams) {
    this.context = context;
    this.file = database.folder().resolve("console-setup.txt");
    this.streams = streams;
  }

  void extend(StartReport report) {
    if (!context.getBean(ConsoleUsers.class).isEmpty()) {
      report.console();
      return;
    }
    String code = context.getBean(SetupCode.class).offer();
    if (streams.terminal().isInteractive()) {
      report.consoleCodeShown(code);
      return;
    }
    try {
      write(code);
      context.getBean(SetupCode.class).writtenTo(file);
      report.consoleCodeWritten(file);
    } catch (IOException e) {
      report.consoleCodeFailed(file, String.valueOf(e.getMessage()));
    }
  }

  // What an earlier start wrote works no more.
  private void write(String code) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(OwnerOnly.create(file), code + "\n", StandardOpenOption.WRITE);
  }
}
