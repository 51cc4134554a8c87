package io.keystile.app.console.refusals;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of refused calls, the newest first.
 *
 * @param search which of them
 * @param refusals some of them
 * @param next what the next page begins behind, or null when this is the last
 * @param kept how many are kept, and how long
 * @param part whether only the list itself is wanted, by a page that shows it already
 * @param faults what is wrong with the search
 */
public record RefusalsPage(
    RefusalSearch search,
    List<Refusal> refusals,
    @Nullable String next,
    Kept kept,
    boolean part,
    Faults faults)
    implements Page {

  /** Whether it goes on by itself: on the first page, when nothing is wrong. */
  public boolean isLive() {
    return search.cursor() == null && faults.isEmpty();
  }

  /** The id of the latest refusal, or empty. */
  public String latest() {
    return refusals.isEmpty() ? "" : refusals.get(0).receipt().id();
  }

  @Override
  public String template() {
    return part ? "refusals/live.jte" : "refusals/list.jte";
  }

  @Override
  public String title() {
    return "Refusals";
  }

  @Override
  public Section section() {
    return Section.REFUSALS;
  }
}
