package io.keystile.bridge.capture;

import io.keystile.bridge.Backend;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Puts the capture around whoever answers. */
@Singleton
@Requires(property = CaptureConfiguration.PREFIX + ".file")
final class BackendCapture implements BeanCreatedEventListener<Backend> {

  private final Provider<Capture> capture;
  private final Provider<JsonMapper> json;

  BackendCapture(Provider<Capture> capture, Provider<JsonMapper> json) {
    this.capture = capture;
    this.json = json;
  }

  @Override
  public Backend onCreated(BeanCreatedEvent<Backend> event) {
    return new CapturingBackend(event.getBean(), capture.get(), json.get());
  }
}
