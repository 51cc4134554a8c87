package io.keystile.auth.settings;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;

/**
 * Stops the start when a setting of ours cannot be read. The framework would quietly take the
 * default in its place: {@code keystile.guard=al} would guard less than was meant.
 */
@Context
final class ReadableSettings {

  private static final String OURS = "io.keystile.";

  private final Environment environment;

  ReadableSettings(BeanContext beans, Environment environment) {
    this.environment = environment;
    check(AuthenticationSwitch.NAME, Argument.BOOLEAN);
    check(ListenAddress.ALLOW_OPEN, Argument.BOOLEAN);
    // Its beans are not there unless it says yes.
    check("keystile.management.enabled", Argument.BOOLEAN);
    for (BeanDefinition<?> definition :
        beans.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class))) {
      if (definition.getBeanType().getName().startsWith(OURS)) {
        for (Argument<?> argument : definition.getConstructor().getArguments()) {
          argument
              .getAnnotationMetadata()
              .stringValue(Property.class, "name")
              .ifPresent(name -> check(name, argument));
        }
      }
    }
  }

  private void check(String name, Argument<?> argument) {
    String text = environment.getProperty(name, String.class).orElse("");
    if (!text.isBlank() && !isReadable(name, argument, text.strip())) {
      throw new ConfigurationException(
          "The setting " + name + " cannot be read; the guide shows its form and its default.");
    }
  }

  private boolean isReadable(String name, Argument<?> argument, String text) {
    return argument.getWrapperType() == Boolean.class
        ? SettingReader.isSwitch(text)
        : environment.getProperty(name, argument).isPresent();
  }
}
