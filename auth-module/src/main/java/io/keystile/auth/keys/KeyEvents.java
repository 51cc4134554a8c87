package io.keystile.auth.keys;

import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners; the change is made, so that what they throw must not make it look failed. */
@Singleton
final class KeyEvents {

  private static final Logger LOG = LoggerFactory.getLogger(KeyEvents.class);

  private final BeanContext context;

  KeyEvents(BeanContext context) {
    this.context = context;
  }

  void publish(KeyEvent event) {
    try {
      context.publishEvent(event);
    } catch (RuntimeException e) {
      LOG.error("A listener to {} failed", event.getClass().getSimpleName(), e);
    }
  }
}
