package io.keystile.auth.redact;

import io.keystile.auth.keys.KeysConfiguration;
import io.keystile.auth.secret.SecretSettings;
import io.keystile.auth.settings.Live;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the redactor at start which values are secrets here, wherever they are set. */
@Context
final class ProcessSecrets {

  /** Those that may stand in a file of their own. */
  private static final List<String> IN_FILES =
      List.of(
          "keystile.api-key",
          "keystile.keys.pepper",
          "keystile.keys.older-peppers",
          "keystile.keys.master-key");

  ProcessSecrets(
      Environment environment,
      SecretSettings settings,
      RedactConfiguration configuration,
      Live<KeysConfiguration> keys) {
    List<String> variables = configuration.variables();
    Set<String> named =
        SecretVariables.namesIn(variables == null ? "" : String.join(",", variables));
    SecretVariables secrets = new SecretVariables(named, new HashMap<>());
    for (PropertySource source : environment.getPropertySources()) {
      collect(source, secrets);
    }
    Redactor.addToProcess(
        builder -> {
          secrets.addTo(builder).prefix(keys.get().prefix());
          IN_FILES.forEach(name -> settings.find(name).ifPresent(builder::value));
          return builder;
        });
    keys.subscribe(now -> Redactor.addToProcess(builder -> builder.prefix(now.prefix())));
  }

  /** Asks the sources themselves: the environment logs at level TRACE what is asked of it. */
  private static void collect(PropertySource source, SecretVariables secrets) {
    Map<String, String> found = secrets.settings();
    for (String name : source) {
      Object value = secrets.isSecret(name) ? source.get(name) : null;
      if (value != null) {
        found.merge(name, value.toString(), (one, other) -> one + "\n" + other);
      }
    }
  }
}
