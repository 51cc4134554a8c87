package io.keystile.auth.keys;

import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners; the change is made, so that what they throw must not make it look failed. */
@Singleton
final class KeyEvents {

  private static final Logger LOG = LoggerFactory.getLogger(KeyEvents.class);

  private final BeanContext context;
  private final List<KeyEventJournal> journals;

  KeyEvents(BeanContext context, List<KeyEventJournal> journals) {
    this.context = context;
    this.journals = List.copyOf(journals);
  }

  /** To be called in the transaction of the change. */
  void keep(KeyEvent event) {
    journals.forEach(journal -> journal.keep(event));
  }

  void publish(KeyEvent event) {
    try {
      context.publishEvent(event);
    } catch (RuntimeException e) {
      LOG.error("A listener to {} failed", event.getClass().getSimpleName(), e);
    }
  }
}
