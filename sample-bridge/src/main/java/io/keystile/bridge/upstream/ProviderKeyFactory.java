package io.keystile.bridge.upstream;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.naming.NameUtils;

/**
 * Takes the provider key from the environment, where it cannot be committed by mistake. A key in
 * any configuration file or on the command line stops the start, whatever the backend.
 */
@Factory
final class ProviderKeyFactory {

  static final String PROPERTY = "keystile.bridge.upstream.api-key";

  private static final String VARIABLE = "KEYSTILE_BRIDGE_UPSTREAM_API_KEY";
  private static final String SYSTEM_PROPERTIES = "System.properties";

  @Context
  ProviderKey providerKey(Environment environment) {
    environment.getPropertySources().forEach(ProviderKeyFactory::requireNoKey);
    return environment
        .getProperty(PROPERTY, String.class)
        .map(ProviderKeyFactory::parse)
        .orElseGet(ProviderKey::none);
  }

  private static void requireNoKey(PropertySource source) {
    if (!mayHoldKeys(source) && holdsKey(source)) {
      throw new ConfigurationException(
          PROPERTY
              + " must not stand in "
              + source.getOrigin().location()
              + "; set the environment variable "
              + VARIABLE
              + " instead");
    }
  }

  /** The environment, system properties, and what the program itself passes to the context. */
  private static boolean mayHoldKeys(PropertySource source) {
    return source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE
        || source.getOrigin().location().equals(SYSTEM_PROPERTIES)
        || source.getName().equals(PropertySource.CONTEXT);
  }

  private static boolean holdsKey(PropertySource source) {
    for (String key : source) {
      if (NameUtils.hyphenate(key).equals(PROPERTY) || key.equals(VARIABLE)) {
        return true;
      }
    }
    return false;
  }

  private static ProviderKey parse(String text) {
    try {
      return ProviderKey.of(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(PROPERTY + " is not usable: " + e.getMessage());
    }
  }
}
