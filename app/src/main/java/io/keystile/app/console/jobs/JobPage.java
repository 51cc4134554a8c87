package io.keystile.app.console.jobs;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * Shows how far a job is.
 *
 * @param task what it is about
 * @param path its path
 * @param done how much is done
 * @param stopping whether it was told to end
 * @param part whether only that is wanted, by a page that shows it already
 */
public record JobPage(Task task, String path, long done, boolean stopping, boolean part)
    implements Page {

  static JobPage of(Job job, boolean part) {
    return new JobPage(job.task(), job.path(), job.done(), job.isStopped(), part);
  }

  /** How much there is to do; at least what is done. */
  public long total() {
    return Math.max(done, task.total());
  }

  @Override
  public String template() {
    return part ? "jobs/progress.jte" : "jobs/job.jte";
  }

  @Override
  public String title() {
    return task.title();
  }

  @Override
  public Section section() {
    return task.section();
  }
}
