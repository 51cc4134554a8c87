package io.keystile.bridge.upstream;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.naming.NameUtils;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the provider key from the environment, where it cannot be committed by mistake. A key in
 * any configuration file or on the command line stops the start, whatever the backend.
 */
@Factory
final class ProviderKeyFactory {

  static final String PROPERTY = "keystile.bridge.upstream.api-key";

  private static final String VARIABLE = "KEYSTILE_BRIDGE_UPSTREAM_API_KEY";
  private static final String SYSTEM_PROPERTIES = "System.properties";

  /** Reads the sources themselves: the environment logs at level TRACE what is asked of it. */
  @Context
  ProviderKey providerKey(Environment environment) {
    return environment.getPropertySources().stream()
        .filter(ProviderKeyFactory::holdsKey)
        .map(ProviderKeyFactory::allowed)
        .max(Comparator.comparingInt(PropertySource::getOrder))
        .map(ProviderKeyFactory::parse)
        .orElseGet(ProviderKey::none);
  }

  private static boolean holdsKey(PropertySource source) {
    return keyName(source) != null;
  }

  private static @Nullable String keyName(PropertySource source) {
    for (String name : source) {
      if (NameUtils.hyphenate(name).equals(PROPERTY) || name.equals(VARIABLE)) {
        return name;
      }
    }
    return null;
  }

  private static PropertySource allowed(PropertySource source) {
    if (!mayHoldKeys(source)) {
      throw new ConfigurationException(
          PROPERTY
              + " must not stand in "
              + source.getOrigin().location()
              + "; set the environment variable "
              + VARIABLE
              + " instead");
    }
    return source;
  }

  /** The environment, system properties, and what the program itself passes to the context. */
  private static boolean mayHoldKeys(PropertySource source) {
    return source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE
        || source.getOrigin().location().equals(SYSTEM_PROPERTIES)
        || source.getName().equals(PropertySource.CONTEXT);
  }

  private static ProviderKey parse(PropertySource source) {
    String name = Objects.requireNonNull(keyName(source));
    try {
      return ProviderKey.of(String.valueOf(source.get(name)));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(PROPERTY + " is not usable: " + e.getMessage());
    }
  }
}
