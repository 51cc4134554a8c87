package io.keystile.app.serve;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Makes the server listen, or says plainly why it cannot. */
final class Listener {

  private Listener() {}

  /**
   * @throws CommandException when the address cannot be listened on
   */
  static EmbeddedServer start(ApplicationContext context, ServeConfiguration configuration) {
    requireKnown(configuration.host());
    try {
      return context.getBean(EmbeddedServer.class).start();
    } catch (RuntimeException e) {
      SocketException reason = findSocketException(e);
      if (reason == null) {
        throw e;
      }
      throw cannotListen(configuration, String.valueOf(reason.getMessage()));
    }
  }

  private static void requireKnown(String host) {
    try {
      InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new CommandException(
          ExitCode.LISTEN,
          "Cannot listen on " + host + ": no such host. Name an address of this machine.");
    }
  }

  private static @Nullable SocketException findSocketException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException found) {
        return found;
      }
    }
    return null;
  }

  private static CommandException cannotListen(ServeConfiguration configuration, String reason) {
    return new CommandException(
        ExitCode.LISTEN,
        "Cannot listen on "
            + configuration.host()
            + " port "
            + configuration.port()
            + ": "
            + reason
            + ". Stop the other program, or choose with --host and --port.");
  }
}
