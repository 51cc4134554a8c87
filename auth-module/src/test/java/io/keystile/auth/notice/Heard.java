package io.keystile.auth.notice;

import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Keeps the notices of a test. */
@Singleton
@Requires(property = "spec.name", value = Heard.SPEC)
class Heard {

  static final String SPEC = "Heard";

  private final List<KeyNotice> notices = new ArrayList<>();

  @EventListener
  synchronized void hear(KeyNotice notice) {
    notices.add(notice);
  }

  /** What was heard since the last call. */
  synchronized List<KeyNotice> take() {
    List<KeyNotice> taken = List.copyOf(notices);
    notices.clear();
    return taken;
  }
}
