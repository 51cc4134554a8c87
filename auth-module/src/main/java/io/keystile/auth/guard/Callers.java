package io.keystile.auth.guard;

import io.micronaut.core.order.OrderUtil;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Knows the caller of the code that runs now, and lets a job or listener act as one. The caller
 * travels with Micronaut's propagated context to other threads.
 *
 * @since 0.1
 */
@Singleton
public final class Callers {

  private final CallerSource[] sources;

  Callers(List<CallerSource> sources) {
    this.sources = OrderUtil.sort(sources.stream()).toArray(CallerSource[]::new);
  }

  /** The caller of the code that runs now, or null when nobody vouches for it. */
  public @Nullable Caller findCaller() {
    RunAs runAs = PropagatedContext.getOrEmpty().find(RunAs.class).orElse(null);
    if (runAs != null) {
      return runAs.caller;
    }
    for (CallerSource source : sources) {
      Caller caller = source.findCaller();
      if (caller != null) {
        return caller;
      }
    }
    return null;
  }

  /**
   * Runs the work on behalf of the caller, whoever the caller was before.
   *
   * @throws Exception what the work throws
   */
  public <T> T runAs(Caller caller, Callable<T> work) throws Exception {
    try (PropagatedContext.Scope ignored =
        PropagatedContext.getOrEmpty().plus(new RunAs(caller)).propagate()) {
      return work.call();
    }
  }

  /** The same for work without a result that throws nothing checked. */
  public void runAs(Caller caller, Runnable work) {
    try (PropagatedContext.Scope ignored =
        PropagatedContext.getOrEmpty().plus(new RunAs(caller)).propagate()) {
      work.run();
    }
  }

  private record RunAs(Caller caller) implements PropagatedContextElement {}
}
