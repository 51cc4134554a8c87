package io.keystile.auth.verify;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** Puts recurring work off, so that nothing but the test decides what happens when. */
@Singleton
@Requires(property = "spec.still", value = "true")
final class StillScheduler implements BeanCreatedEventListener<TaskScheduler> {

  private static final Duration LATER = Duration.ofDays(1);

  @Override
  public TaskScheduler onCreated(BeanCreatedEvent<TaskScheduler> event) {
    return (TaskScheduler)
        Proxy.newProxyInstance(
            TaskScheduler.class.getClassLoader(),
            new Class<?>[] {TaskScheduler.class},
            (proxy, method, arguments) -> invokeLater(event.getBean(), method, arguments));
  }

  private static Object invokeLater(TaskScheduler real, Method method, Object[] arguments)
      throws Throwable {
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i] instanceof Duration ? LATER : arguments[i];
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
