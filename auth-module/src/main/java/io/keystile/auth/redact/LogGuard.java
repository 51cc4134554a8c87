package io.keystile.auth.redact;

import ch.qos.logback.classic.LoggerContext;
import io.keystile.auth.keys.KeysConfiguration;
import io.keystile.auth.redact.RedactConfiguration.Check;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.settings.Live;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the log out at start, with a key that is made for it and thrown away, and stops the start
 * or warns when the key could be read.
 */
@Context
@Requires(classes = LoggerContext.class)
final class LogGuard {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.redact");

  /** With these set, Netty dumps what comes in by its bytes, where no key can be recognised. */
  private static final List<String> DUMPS =
      List.of("micronaut.server.netty.log-level", "micronaut.http.client.log-level");

  private final Check mode;

  LogGuard(
      RedactConfiguration configuration,
      ProcessSecrets secrets,
      Live<KeysConfiguration> keys,
      KeyGenerator generator,
      Environment environment) {
    this.mode = configuration.check();
    if (mode == Check.NONE) {
      return;
    }
    DUMPS.stream()
        .filter(name -> environment.containsProperty(name))
        .forEach(
            name ->
                tell(
                    name
                        + " writes requests to the log byte by byte, with the keys in them;"
                        + " take the setting out"));
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      look(LogCheck.of(context, generator.generate(keys.get().prefix())));
    }
  }

  private void look(LogCheck check) {
    if (!check.unchecked().isEmpty()) {
      LOG.warn(
          "Whether these log appenders would write keys cannot be checked: {}", check.unchecked());
    }
    if (!check.leaking().isEmpty()) {
      tell(
          "These log appenders would write keys: "
              + check.leaking()
              + "; put io.keystile.auth.redact.RedactingEncoder around their encoders, or use"
              + " RedactingLayout as their layout");
    }
  }

  private void tell(String message) {
    if (mode == Check.FAIL) {
      throw new ConfigurationException(message);
    }
    LOG.warn(message);
  }
}
