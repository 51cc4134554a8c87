package io.keystile.auth.management;

import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.management.input.Node;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rows of the audit log. */
@Introspected
record AuditParameters(
    HttpRequest<?> request,
    @Parameter(description = "What this one did: the id of a key, or a name.") @QueryValue
        @Nullable String actor,
    @Parameter(description = "What was done, as in key.issue.") @QueryValue @Nullable String action,
    @Parameter(description = "What was done to this.") @QueryValue @Nullable String target,
    @Parameter(description = "From when on.") @Schema(format = "date-time") @QueryValue
        @Nullable String from,
    @Parameter(description = "Until when.") @Schema(format = "date-time") @QueryValue
        @Nullable String to,
    @Parameter(description = "The order, by time; with - the newest first.")
        @Schema(
            type = "string",
            allowableValues = {"at", "-at"},
            defaultValue = "-at")
        @QueryValue
        @Nullable String sort,
    @Parameter(description = "How many at the most.")
        @Schema(
            implementation = Integer.class,
            minimum = "1",
            maximum = "200",
            defaultValue = "100")
        @QueryValue
        @Nullable String limit,
    @Parameter(description = "The nextCursor of the page before.") @QueryValue
        @Nullable String cursor) {

  /** What was asked for. */
  record Wanted(AuditFilter filter, @Nullable Long cursor, int size) {}

  Wanted read() {
    Parameters parameters = new Parameters(request);
    AuditFilter filter = filter(parameters, AuditFilter.Order.NEWEST_FIRST);
    Long after = parameters.parsed("cursor", AuditParameters::number);
    Wanted wanted = new Wanted(filter, after, parameters.limit());
    parameters.end();
    return wanted;
  }

  /** The same for all of them, without pages, the oldest first unless somebody says otherwise. */
  AuditFilter readAll() {
    Parameters parameters = new Parameters(request);
    AuditFilter filter = filter(parameters, AuditFilter.Order.OLDEST_FIRST);
    parameters.end();
    return filter;
  }

  private static AuditFilter filter(Parameters parameters, AuditFilter.Order otherwise) {
    AuditFilter.Order order = parameters.parsed("sort", AuditParameters::order);
    return AuditFilter.ALL
        .by(parameters.text("actor"))
        .doing(parameters.text("action"))
        .on(parameters.text("target"))
        .between(
            parameters.parsed("from", Node::readInstant),
            parameters.parsed("to", Node::readInstant))
        .ordered(Objects.requireNonNullElse(order, otherwise));
  }

  private static AuditFilter.Order order(String text) {
    return switch (text) {
      case "at" -> AuditFilter.Order.OLDEST_FIRST;
      case "-at" -> AuditFilter.Order.NEWEST_FIRST;
      default -> throw new IllegalArgumentException("This must be at or -at.");
    };
  }

  private static Long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(
          "This must be the nextCursor of the page before; begin without a cursor.");
    }
    return Long.valueOf(text);
  }
}
