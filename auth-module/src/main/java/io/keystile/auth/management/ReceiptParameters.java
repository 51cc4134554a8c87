package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.receipt.ReceiptFilter;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which receipts to list. */
@Introspected
record ReceiptParameters(
    HttpRequest<?> request,
    @Parameter(description = "Refusals of this key.") @QueryValue @Nullable String keyId,
    @Parameter(description = "Refusals with this code.") @QueryValue @Nullable String reason,
    @Parameter(description = "Refusals of callers at this address.") @QueryValue
        @Nullable String address,
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
  record Wanted(ReceiptFilter filter, @Nullable String cursor, int size) {}

  Wanted read() {
    Parameters parameters = new Parameters(request);
    ReceiptFilter filter =
        new ReceiptFilter(
            parameters.parsed("keyId", ApiKeyId::new),
            parameters.text("reason"),
            parameters.parsed("address", ClientIp::parse));
    Wanted wanted = new Wanted(filter, parameters.text("cursor"), parameters.limit());
    parameters.end();
    return wanted;
  }
}
