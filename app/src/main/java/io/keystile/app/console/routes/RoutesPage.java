package io.keystile.app.console.routes;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Routes.
 *
 * @param shown which kind, or null for every one
 * @param lines those, by path and method
 * @param counts how many there are of each kind
 * @param all whether every route that is not open on purpose asks for a key
 */
public record RoutesPage(
    @Nullable RouteKind shown, List<RouteLine> lines, Map<RouteKind, Long> counts, boolean all)
    implements Page {

  /** How many there are of the kind. */
  public long count(RouteKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** How many there are in all. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String template() {
    return "routes/list.jte";
  }

  @Override
  public String title() {
    return Section.ROUTES.label();
  }

  @Override
  public Section section() {
    return Section.ROUTES;
  }
}
