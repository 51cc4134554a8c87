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
 * The beans of the program, without those that the framework has for programs of other kinds. What
 * they are for is switched off here or not in the jar, and merely to know of one takes some 13 KB.
 */
@SuppressWarnings({"overrides", "rawtypes"}) // as the framework has it
class ProgramContext extends DefaultApplicationContext {

  private static final List<String> OF_OTHERS =
      List.of(
          "io.micronaut.configuration.metrics.binder.cache.",
          "io.micronaut.configuration.metrics.binder.grpc.",
          "io.micronaut.configuration.metrics.binder.netty.",
          "io.micronaut.configuration.metrics.binder.r2dbc.",
          "io.micronaut.configuration.metrics.binder.retry.",
          "io.micronaut.configuration.metrics.management.",
          "io.micronaut.configuration.metrics.micrometer.intercept.",
          "io.micronaut.configuration.metrics.micrometer.logging.",
          "io.micronaut.data.runtime.criteria.",
          "io.micronaut.data.runtime.http.",
          "io.micronaut.data.runtime.multitenancy.",
          "io.micronaut.data.runtime.support.convert.$KotlinFlow",
          "io.micronaut.data.runtime.support.convert.convert.",
          "io.micronaut.discovery.cloud.",
          "io.micronaut.discovery.config.",
          "io.micronaut.http.client.$ServiceHttpClient",
          "io.micronaut.http.netty.channel.$Epoll",
          "io.micronaut.http.netty.channel.$IoUring",
          "io.micronaut.http.netty.channel.$KQueue",
          "io.micronaut.http.netty.channel.converters.$Epoll",
          "io.micronaut.http.netty.channel.converters.$KQueue",
          "io.micronaut.http.netty.channel.loom.",
          "io.micronaut.http.netty.websocket.",
          "io.micronaut.http.server.netty.websocket.",
          "io.micronaut.http.server.websocket.",
          "io.micronaut.management.endpoint.beans.",
          "io.micronaut.management.endpoint.env.",
          "io.micronaut.management.endpoint.info.",
          "io.micronaut.management.endpoint.loggers.",
          "io.micronaut.management.endpoint.refresh.",
          "io.micronaut.management.endpoint.routes.",
          "io.micronaut.management.endpoint.stop.",
          "io.micronaut.management.endpoint.threads.",
          "io.micronaut.management.health.indicator.client.",
          "io.micronaut.management.health.indicator.discovery.",
          "io.micronaut.reactor.convert.",
          "io.micronaut.retry.",
          "io.micronaut.transaction.kotlin.",
          "io.micronaut.transaction.test.",
          "io.micronaut.websocket.");

  private @Nullable List<BeanDefinitionReference> references;

  ProgramContext(ApplicationContextConfiguration configuration) {
    super(configuration);
  }

  /** Whether a bean is one of the program's. */
  static boolean isUsed(String definition) {
    return OF_OTHERS.stream().noneMatch(definition::startsWith);
  }

  /** Whether it is one of this context's. */
  boolean needs(String definition) {
    return isUsed(definition);
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
        ? super.resolveBeanDefinitionReferences().stream().filter(this::needs).toList()
        : listed.load(this::needs, BeanDefinitionReference::isPresent);
  }

  private boolean needs(BeanDefinitionReference reference) {
    return needs(reference.getBeanDefinitionName());
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
}
