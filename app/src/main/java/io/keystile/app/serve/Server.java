package io.keystile.app.serve;

import io.keystile.app.cli.Database;
import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey.Source;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.concurrent.CountDownLatch;

/** One run of the server: it listens, sees to the first key, says where it is, and waits. */
final class Server {

  private final ApplicationContext context;
  private final Streams streams;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Server(ApplicationContext context, Streams streams) {
    this.context = context;
    this.streams = streams;
  }

  /** Returns when the server was stopped. */
  void run() throws InterruptedException {
    ServeConfiguration configuration = context.getBean(ServeConfiguration.class);
    ApiKeys keys = context.getBean(ApiKeys.class);
    Database database = Database.of(context.getEnvironment());
    FirstKey firstKey = new FirstKey(configuration.bootstrap(), keys, database, streams);
    firstKey.requireKey();
    EmbeddedServer server = Listener.start(context, configuration);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "keystile-stop"));
    StartReport report = new StartReport(streams, configuration.host(), server.getPort());
    report.listening(database);
    if (!context.getBean(AuthenticationSwitch.class).isOn()) {
      report.authenticationOff();
    }
    firstKey.ensure(report);
    report.ready(database, keys.count(), fromEnvironment(keys));
    invite(report, database);
    stopped.await();
  }

  // Last, since it takes time at the first start, and requests are answered already.
  private void invite(StartReport report, Database database) {
    if (context.getRequiredProperty("keystile.console.enabled", Boolean.class)) {
      new ConsoleInvitation(context, database, streams).extend(report);
    }
  }

  private static long fromEnvironment(ApiKeys keys) {
    KeyQuery fixed = KeyQuery.ALL.from(Source.ENVIRONMENT);
    return keys.search(fixed, null, ApiKeys.MAX_PAGE).items().size();
  }

  private void stop() {
    streams.tell("Stopping: requests in flight may end.");
    context.close();
    stopped.countDown();
  }
}
