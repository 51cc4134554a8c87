package io.keystile.auth.processor;

import io.micronaut.core.annotation.AnnotationMetadata;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs and listeners run without a caller, so a guard would refuse each of their runs. */
final class CallerlessMethodRule implements GuardRule {

  // Metadata keeps a repeatable annotation in its container, even when it stands alone.
  private static final String SCHEDULES = "io.micronaut.scheduling.annotation.Schedules";
  private static final String EVENT = "io.micronaut.runtime.event.annotation.EventListener";
  private static final String LISTENER = "io.micronaut.messaging.annotation.MessageListener";
  private static final String MESSAGE = "io.micronaut.messaging.annotation.MessageMapping";

  @Override
  public Stream<Finding> check(GuardedType type) {
    return type.methods()
        .filter(method -> isGuarded(type, method))
        .flatMap(method -> finding(method).stream());
  }

  private static boolean isGuarded(GuardedType type, GuardedMethod method) {
    return method.carriesGuard() || (type.carriesGuard() && method.isReachedByType());
  }

  private static Optional<Finding> finding(GuardedMethod method) {
    return trigger(method).map(name -> Finding.warning(method.element(), message(method, name)));
  }

  private static Optional<String> trigger(GuardedMethod method) {
    if (method.metadata().hasStereotype(SCHEDULES)) {
      return Optional.of("runs by @Scheduled");
    }
    if (method.metadata().hasStereotype(EVENT)) {
      return Optional.of("runs by @EventListener");
    }
    return isMessageListener(method.element())
        ? Optional.of("listens to messages")
        : Optional.empty();
  }

  private static boolean isMessageListener(AnnotationMetadata methodAndType) {
    return methodAndType.hasStereotype(LISTENER) && methodAndType.hasStereotype(MESSAGE);
  }

  private static String message(GuardedMethod method, String trigger) {
    return method.label()
        + " "
        + trigger
        + ", without a caller, and @ApiKeyProtected would refuse it;"
        + " leave it unguarded and enter guarded code by Callers.runAs.";
  }
}
