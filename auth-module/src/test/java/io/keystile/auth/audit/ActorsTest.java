package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.core.propagation.PropagatedContext;
import org.junit.jupiter.api.Test;

class ActorsTest {

  private static final Actor ANN = new Actor(Actor.Kind.CONSOLE, "ann", null, null);
  private static final Actor JOB = new Actor(Actor.Kind.APPLICATION, "nightly", null, null);

  private final Actors actors = new Actors(null);

  @Test
  void theInnermostActs() throws Exception {
    assertEquals(Actor.APPLICATION, actors.current());
    Actor inner =
        actors.runAs(
            ANN,
            () -> {
              Actor found = actors.runAs(JOB, actors::current);
              assertEquals(ANN, actors.current());
              return found;
            });
    assertEquals(JOB, inner);
    assertEquals(Actor.APPLICATION, actors.current());
  }

  @Test
  void travelsWithThePropagatedContext() throws Exception {
    PropagatedContext context = PropagatedContext.empty().plus(new Actors.Acting(ANN));
    Actor[] seen = new Actor[1];
    Runnable work = () -> seen[0] = actors.current();
    Thread thread = new Thread(context.wrap(work));
    thread.start();
    thread.join();
    assertEquals(ANN, seen[0]);
  }

  @Test
  void anActorThatIsABeanActsWhenNobodySaidOtherwise() {
    assertEquals(JOB, new Actors(JOB).current());
  }
}
