package io.keystile.app.console.jobs;

import io.keystile.app.console.Page;
import io.keystile.app.console.people.Session;
import io.keystile.app.console.people.SessionToken;
import io.keystile.auth.KeystileException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done for one session, and what came of it. Safe for several threads. */
public final class Job {

  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final String id = SessionToken.random().text();
  private final Session session;
  private final Task task;
  private final BooleanSupplier wanted;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile long done;
  private volatile boolean stopped;
  private volatile @Nullable Page result;

  /**
   * One that did not begin yet.
   *
   * @param wanted whether somebody still waits for it
   */
  Job(Session session, Task task, BooleanSupplier wanted) {
    this.session = session;
    this.task = task;
    this.wanted = wanted;
  }

  /** Its name, which nobody guesses. */
  String id() {
    return id;
  }

  /** The path of its page, which shows what came of it once it is over. */
  public String path() {
    return JobsController.PATH + "/" + id;
  }

  Session session() {
    return session;
  }

  Task task() {
    return task;
  }

  /** How much is done. */
  long done() {
    return done;
  }

  boolean isOver() {
    return end.getCount() == 0;
  }

  boolean isStopped() {
    return stopped;
  }

  /** What came of it, or null while it goes on. */
  @Nullable Page findResult() {
    return result;
  }

  /** Lets it end at the next opportunity. */
  void stop() {
    stopped = true;
  }

  /** Waits until it is over, but not longer than this. */
  void await(Duration longest) {
    try {
      end.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void run(Task.Work work) {
    Page page = new JobEndPage(task, false);
    try {
      page = work.run(this::tell);
    } catch (JobEndedException e) {
      page = new JobEndPage(task, true);
    } catch (KeystileException e) {
      LOG.warn("{}: {}", task.title(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} ended with an error", task.title(), e);
    } finally {
      result = page;
      end.countDown();
    }
  }

  private void tell(long count) {
    done = count;
    if (stopped || !wanted.getAsBoolean()) {
      throw new JobEndedException();
    }
  }
}
