package io.keystile.auth.management;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which page of a list. */
@Introspected
record PageParameters(
    HttpRequest<?> request,
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
  record Wanted(@Nullable String cursor, int size) {}

  Wanted read() {
    Parameters parameters = new Parameters(request);
    Wanted wanted = new Wanted(parameters.text("cursor"), parameters.limit());
    parameters.end();
    return wanted;
  }
}
