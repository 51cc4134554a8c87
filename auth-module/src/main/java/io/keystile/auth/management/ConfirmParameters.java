package io.keystile.auth.management;

import io.keystile.auth.keys.Confirmation;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller says yes to. */
@Introspected
record ConfirmParameters(
    HttpRequest<?> request,
    @Parameter(description = "last-way-in when no key may be left that can manage keys.")
        @Schema(
            type = "string",
            allowableValues = {"last-way-in", "open-addresses"})
        @QueryValue
        @Nullable String confirm) {

  Set<Confirmation> read() {
    Parameters parameters = new Parameters(request);
    Set<Confirmation> confirmed = ChangeParameters.confirmed(parameters);
    parameters.end();
    return confirmed;
  }
}
