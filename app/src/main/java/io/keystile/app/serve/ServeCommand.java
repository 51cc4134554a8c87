package io.keystile.app.serve;

import io.keystile.app.cli.Contexts;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.StoreOptions;
import io.keystile.app.cli.Streams;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile serve}. */
@Command(name = "serve", description = "Starts the server; the first start makes the first key.")
public final class ServeCommand implements Callable<Integer> {

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final AuthOptions authentication = new AuthOptions();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address to listen on. Default: KEYSTILE_HOST, else 127.0.0.1.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on, 0 for any free one. Default: KEYSTILE_PORT, else 8080.")
  private @Nullable Integer port;

  private final Streams streams;

  public ServeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (ApplicationContext context = Contexts.start(settings())) {
      new Server(context, streams).run();
      return ExitCode.DONE.code();
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = store.settings();
    settings.putAll(authentication.settings());
    settings.put("micronaut.lifecycle.graceful-shutdown.enabled", true);
    settings.put("micronaut.metrics.enabled", true);
    if (host != null) {
      settings.put("keystile.host", host);
    }
    if (port != null) {
      settings.put("keystile.port", port);
    }
    return settings;
  }
}
