package io.keystile.app.beans;

import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beans of a command on the store: those of the program without what only a server needs, which
 * would be most of what a command does.
 */
@SuppressWarnings({"overrides", "rawtypes"}) // as the framework has it
final class CommandContext extends DefaultApplicationContext {

  private static final List<String> OF_SERVERS =
      List.of(
          "io.keystile.app.console.",
          "io.keystile.app.observe.",
          "io.keystile.app.serve.",
          "io.keystile.auth.management.",
          "io.keystile.auth.metrics.",
          "io.keystile.bridge.",
          "io.micronaut.buffer.netty.",
          "io.micronaut.configuration.metrics.",
          "io.micronaut.http.",
          "io.micronaut.management.",
          "io.micronaut.runtime.http.",
          "io.micronaut.web.");

  /** The people of the console live in the store, too. */
  private static final String PEOPLE = "io.keystile.app.console.people.";

  private @Nullable List<BeanDefinitionReference> references;

  CommandContext(ApplicationContextConfiguration configuration) {
    super(configuration);
  }

  @Override
  protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
    List<BeanDefinitionReference> known = references;
    if (known == null) {
      known = find();
      references = known;
    }
    return known;
  }

  private List<BeanDefinitionReference> find() {
    StaticServiceLoader<BeanDefinitionReference> listed = listed();
    return listed == null
        ? super.resolveBeanDefinitionReferences().stream().filter(CommandContext::isNeeded).toList()
        : listed.load(CommandContext::isNeeded, BeanDefinitionReference::isPresent);
  }

  private static boolean isNeeded(BeanDefinitionReference reference) {
    return isNeeded(reference.getBeanDefinitionName());
  }

  @SuppressWarnings("unchecked")
  private static @Nullable StaticServiceLoader<BeanDefinitionReference> listed() {
    return (StaticServiceLoader<BeanDefinitionReference>)
        StaticOptimizations.get(Optimizations.class)
            .map(
                services ->
                    services.getServiceLoaders().get(BeanDefinitionReference.class.getName()))
            .orElse(null);
  }

  static boolean isNeeded(String definition) {
    return definition.startsWith(PEOPLE) || OF_SERVERS.stream().noneMatch(definition::startsWith);
  }
}
