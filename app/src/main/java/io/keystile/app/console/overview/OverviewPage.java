package io.keystile.app.console.overview;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.chart.CallChart;
import io.keystile.auth.ApiKeyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened lately, and what to do about it.
 *
 * @param hours all calls of the last 24 hours
 * @param days all calls of the last 30 days
 * @param counted whether the calls of each key were added up already
 * @param busiest the keys with the most accepted calls of 24 hours, the busiest first
 * @param attention keys that need attention
 * @param keys how many keys the store has
 * @param bare whether there is no key at all, not even from the environment
 * @param open how many routes nothing guards
 * @param routes how many routes there are
 * @param origin where this server is reached, for showing
 */
public record OverviewPage(
    CallChart hours,
    CallChart days,
    boolean counted,
    List<BusyKey> busiest,
    List<Attention> attention,
    long keys,
    boolean bare,
    long open,
    long routes,
    String origin)
    implements Page {

  /**
   * A key with its calls.
   *
   * @param id its id
   * @param name its name, or null when it is gone
   * @param accepted how many calls were accepted
   */
  public record BusyKey(ApiKeyId id, @Nullable String name, long accepted) {}

  /** Whether nobody called in all that time. */
  public boolean isQuiet() {
    return hours.isEmpty() && days.isEmpty();
  }

  @Override
  public String template() {
    return "overview/overview.jte";
  }

  @Override
  public String title() {
    return "Overview";
  }

  @Override
  public Section section() {
    return Section.OVERVIEW;
  }
}
