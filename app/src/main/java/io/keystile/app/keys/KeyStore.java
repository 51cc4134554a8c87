package io.keystile.app.keys;

import io.keystile.app.cli.Contexts;
import io.keystile.app.cli.StoreOptions;
import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.verify.KeyExplainer;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that all commands on keys share, and the store they lead to. */
final class KeyStore {

  /** Whether a missing database is made or refused. */
  enum Missing {
    CREATE,
    REFUSE
  }

  @Mixin private final StoreOptions options = new StoreOptions();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  /** Opens the store; to be closed by the caller. */
  Session open(Missing missing, Streams streams) {
    Map<String, Object> settings = options.settings();
    settings.put("keystile.store.create", missing == Missing.CREATE);
    ApplicationContext context = Contexts.startCommand(settings);
    return new Session(context, KeyOutput.of(streams, json, context));
  }

  /** An open store and the way results are printed. */
  record Session(ApplicationContext context, KeyOutput output) implements AutoCloseable {

    ApiKeys keys() {
      return context.getBean(ApiKeys.class);
    }

    KeyImporter importer() {
      return context.getBean(KeyImporter.class);
    }

    KeyRotation rotation() {
      return context.getBean(KeyRotation.class);
    }

    KeyExplainer explainer() {
      return context.getBean(KeyExplainer.class);
    }

    Clock clock() {
      return context.getBean(Clock.class);
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
