package io.keystile.app.receipts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.receipt.Receipt;
import io.keystile.auth.receipt.ReceiptPage;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReceiptJson(
    String id,
    String at,
    String reason,
    int status,
    String message,
    @Nullable String keyId,
    String method,
    String route,
    @Nullable String address,
    @Nullable String peer,
    String requestId,
    List<CheckJson> checks) {

  /** What one check said. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CheckJson(
      String check, boolean passed, @Nullable String detail, @Nullable String compared) {

    static CheckJson of(CheckOutcome outcome) {
      return new CheckJson(outcome.check(), outcome.passed(), outcome.detail(), outcome.compared());
    }
  }

  /** A page of receipts. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<ReceiptJson> items, @Nullable String nextCursor) {

    static Page of(ReceiptPage page) {
      return new Page(page.items().stream().map(ReceiptJson::of).toList(), page.nextCursor());
    }
  }

  static ReceiptJson of(Receipt receipt) {
    return new ReceiptJson(
        receipt.id(),
        receipt.at().toString(),
        receipt.reason(),
        receipt.status(),
        receipt.message(),
        receipt.keyId() == null ? null : receipt.keyId().value(),
        receipt.method(),
        receipt.route(),
        receipt.address(),
        receipt.peer(),
        receipt.requestId(),
        receipt.checks().stream().map(CheckJson::of).toList());
  }
}
