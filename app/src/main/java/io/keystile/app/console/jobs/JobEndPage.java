package io.keystile.app.console.jobs;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * Says that a job ended without what it was for.
 *
 * @param task what it was about
 * @param stopped whether somebody stopped it
 */
public record JobEndPage(Task task, boolean stopped) implements Page {

  @Override
  public String template() {
    return "jobs/end.jte";
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
