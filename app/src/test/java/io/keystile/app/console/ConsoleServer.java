package io.keystile.app.console;

import io.keystile.app.cli.Contexts;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.Role;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A server in this process, with a user for each role. */
public final class ConsoleServer implements AutoCloseable {

  /** The password of everybody here. */
  public static final String PASSWORD = "correct horse battery";

  private final ApplicationContext context;
  private final URI uri;

  private ConsoleServer(ApplicationContext context) {
    this.context = context;
    this.uri = context.getBean(EmbeddedServer.class).start().getURI();
  }

  /** On a new database in the folder. */
  public static ConsoleServer start(Path folder) {
    return start(folder, Map.of());
  }

  /** The same, with settings. */
  public static ConsoleServer start(Path folder, Map<String, Object> settings) {
    ConsoleServer server = startEmpty(folder, settings);
    for (Role role : Role.values()) {
      server.bean(ConsoleUsers.class).add(nameOf(role), role, PASSWORD);
    }
    return server;
  }

  /** The same, without any user. */
  public static ConsoleServer startEmpty(Path folder, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("keystile.db", folder.resolve("keys.db").toString());
    all.put("keystile.port", 0);
    all.putAll(settings);
    return new ConsoleServer(Contexts.start(all));
  }

  /** The name of the user who has the role. */
  public static String nameOf(Role role) {
    return role == Role.ADMINISTRATOR ? "ada" : "victor";
  }

  /** Where it is, without a slash at the end. */
  public URI uri() {
    return uri;
  }

  /** What the server is made of. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Somebody without a session. */
  public Visitor stranger() {
    return new Visitor(uri);
  }

  /** Somebody who signed in. */
  public Visitor signedIn(Role role) {
    Visitor visitor = stranger();
    visitor.signIn(nameOf(role), PASSWORD).expect(303);
    return visitor;
  }

  @Override
  public void close() {
    context.close();
  }
}
