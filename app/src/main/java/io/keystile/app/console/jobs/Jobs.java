package io.keystile.app.console.jobs;

import io.keystile.app.console.people.Session;
import io.keystile.app.console.people.Sessions;
import io.keystile.auth.audit.Actors;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Does work beside the pages: kept in memory, ended and forgotten with the session that it is for,
 * and never more than a few at once. Safe for several threads.
 */
@Singleton
public final class Jobs {

  static final int MOST_AT_ONCE = 4;
  static final int MOST_KEPT = 40;

  /** Short work is over before a page could say that it goes on. */
  private static final Duration MOMENT = Duration.ofMillis(700);

  private final Sessions sessions;
  private final ExecutorService executor;
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  Jobs(Sessions sessions, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.sessions = sessions;
    this.executor = executor;
  }

  /**
   * Begins the work, as the one who acts now, and waits a moment for its end.
   *
   * @return the job, or nothing when there is enough to do already
   */
  public Optional<Job> start(Session session, Task task, Task.Work work) {
    Job job = new Job(session, task, () -> sessions.isOpen(session));
    if (!admit(job)) {
      return Optional.empty();
    }
    executor.execute(acting(() -> job.run(work)));
    job.await(MOMENT);
    return Optional.of(job);
  }

  /** The session's job of this name, after a moment in which it may come to its end. */
  Optional<Job> find(Session session, String id) {
    Optional<Job> found = known(session, id);
    found.ifPresent(job -> job.await(MOMENT));
    return found;
  }

  private synchronized Optional<Job> known(Session session, String id) {
    return Optional.ofNullable(jobs.get(id)).filter(job -> job.session() == session);
  }

  private synchronized boolean admit(Job job) {
    jobs.values().removeIf(old -> old.isOver() && !sessions.isOpen(old.session()));
    if (jobs.values().stream().filter(other -> !other.isOver()).count() >= MOST_AT_ONCE) {
      return false;
    }
    List<String> over =
        new ArrayList<>(jobs.values().stream().filter(Job::isOver).map(Job::id).toList());
    while (jobs.size() >= MOST_KEPT && !over.isEmpty()) {
      jobs.remove(over.remove(0));
    }
    jobs.put(job.id(), job);
    return true;
  }

  /** Of what surrounds the request only who acts: the request itself is over soon. */
  private static Runnable acting(Runnable work) {
    return PropagatedContext.getOrEmpty()
        .find(Actors.Acting.class)
        .map(actor -> PropagatedContext.empty().plus(actor).wrap(work))
        .orElse(work);
  }

  @PreDestroy
  synchronized void stop() {
    jobs.values().forEach(Job::stop);
  }
}
