package io.keystile.auth.audit;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Knows who acts in the code that runs now. The actor travels with Micronaut's propagated context
 * to other threads. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class Actors {

  private final Actor fallback;

  /** An {@link Actor} that is a bean acts when nobody said otherwise. */
  Actors(@Nullable Actor fallback) {
    this.fallback = Objects.requireNonNullElse(fallback, Actor.APPLICATION);
  }

  /** Who acts now; {@link Actor#APPLICATION} when nobody said otherwise. */
  public Actor current() {
    Acting acting = PropagatedContext.getOrEmpty().find(Acting.class).orElse(null);
    return acting == null ? fallback : acting.actor;
  }

  /**
   * Runs the work as the actor, whoever acted before.
   *
   * @throws Exception what the work throws
   */
  public <T> T runAs(Actor actor, Callable<T> work) throws Exception {
    try (PropagatedContext.Scope ignored =
        PropagatedContext.getOrEmpty().plus(new Acting(actor)).propagate()) {
      return work.call();
    }
  }

  /** The same for work without a result that throws nothing checked. */
  public void runAs(Actor actor, Runnable work) {
    try (PropagatedContext.Scope ignored =
        PropagatedContext.getOrEmpty().plus(new Acting(actor)).propagate()) {
      work.run();
    }
  }

  /**
   * Makes the actor act wherever it is in the propagated context, for instance added by a filter.
   *
   * @param actor who acts
   */
  public record Acting(Actor actor) implements PropagatedContextElement {}
}
