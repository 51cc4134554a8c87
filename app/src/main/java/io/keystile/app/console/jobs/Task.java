package io.keystile.app.console.jobs;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import java.util.function.LongConsumer;

/**
 * What a job is about, for those who wait for it.
 *
 * @param title what is done
 * @param text what comes of it, and what becomes of it when it is stopped
 * @param unit what is counted, such as rows
 * @param total about how many of them there are; 0 when that is not known
 * @param section where its page stands
 * @param back the path of the page that it was begun on
 */
public record Task(
    String title, String text, String unit, long total, Section section, String back) {

  /** The work itself. */
  public interface Work {

    /**
     * Does it.
     *
     * @param progress to be told now and then how much is done; throws when the job is to end, and
     *     what it throws must not be caught
     * @return what is shown then
     */
    Page run(LongConsumer progress);
  }
}
