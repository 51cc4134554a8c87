package io.keystile.app.console.audit;

import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.app.console.LocalMoment;
import io.keystile.app.console.QueryString;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditFilter.Order;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are shown: what stands in the address of the list.
 *
 * @param filter what it asks for
 * @param actor who did it, or empty
 * @param action what was done, or empty
 * @param target what it was done to, or empty
 * @param from from when on, as it was typed, or empty
 * @param to until when, as it was typed, or empty
 * @param zone the time zone of both
 * @param cursor behind which row, or null for the first page
 */
public record AuditSearchState(
    AuditFilter filter,
    String actor,
    String action,
    String target,
    String from,
    String to,
    String zone,
    @Nullable Long cursor) {

  /** The text of the order that is not the usual one. */
  public static final String OLDEST_FIRST = "oldest";

  private static final String UTC = "UTC";

  /** What was typed into the fields of the search. */
  record Typed(
      String actor,
      String action,
      String target,
      String from,
      String to,
      String zone,
      String order,
      String cursor) {}

  /** Reads an address. */
  static AuditSearchState read(Typed typed, Faults faults) {
    String zone = typed.zone().isBlank() ? UTC : typed.zone().strip();
    AuditFilter filter =
        AuditFilter.ALL
            .by(orNull(typed.actor()))
            .doing(orNull(typed.action()))
            .on(orNull(typed.target()))
            .between(
                orNull(typed.from()) == null
                    ? null
                    : FieldChecks.check(
                        faults, "from", typed.from(), text -> LocalMoment.parse(text, zone)),
                orNull(typed.to()) == null
                    ? null
                    : FieldChecks.check(
                        faults, "to", typed.to(), text -> LocalMoment.parse(text, zone)))
            .ordered(typed.order().equals(OLDEST_FIRST) ? Order.OLDEST_FIRST : Order.NEWEST_FIRST);
    return new AuditSearchState(
        filter,
        typed.actor().strip(),
        typed.action().strip(),
        typed.target().strip(),
        typed.from().strip(),
        typed.to().strip(),
        zone,
        AuditNumbers.find(typed.cursor()));
  }

  /** Whether every row is meant. */
  public boolean isEverything() {
    return actor.isEmpty()
        && action.isEmpty()
        && target.isEmpty()
        && from.isEmpty()
        && to.isEmpty();
  }

  /** How the rows are ordered, as it stands in the address. */
  public String order() {
    return filter.order() == Order.OLDEST_FIRST ? OLDEST_FIRST : "";
  }

  /** The query of the page behind the cursor; null for the first page. */
  public String queryAfter(@Nullable Long next) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("actor", actor);
    values.put("action", action);
    values.put("target", target);
    values.put("from", from);
    values.put("to", to);
    values.put("zone", zone.equals(UTC) ? "" : zone);
    values.put("order", order());
    values.put("cursor", next == null ? "" : next.toString());
    return QueryString.of(values);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
