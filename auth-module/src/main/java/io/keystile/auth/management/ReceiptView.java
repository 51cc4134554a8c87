package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.receipt.Receipt;
import io.keystile.auth.receipt.ReceiptPage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one call was refused.
 *
 * @param id what the caller was told as X-Keystile-Receipt
 * @param at when
 * @param reason the code of the reason
 * @param status the status of the answer
 * @param message the sentence of the answer
 * @param keyId the key that was recognised
 * @param method the method of the request
 * @param route the template of the route
 * @param address the caller's address
 * @param peer the other end of the connection where that is somebody else
 * @param requestId what the caller was told as X-Request-Id
 * @param checks what each check said, in their order
 */
@Serdeable
@Schema(name = "Receipt")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReceiptView(
    String id,
    @Schema(format = "date-time") String at,
    String reason,
    int status,
    String message,
    @Nullable String keyId,
    String method,
    String route,
    @Nullable String address,
    @Nullable String peer,
    String requestId,
    List<OutcomeView> checks) {

  /**
   * A page of receipts.
   *
   * @param items the receipts, the newest first
   * @param nextCursor what to ask with for the next page
   */
  @Serdeable
  @Schema(name = "ReceiptPage")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Page(List<ReceiptView> items, @Nullable String nextCursor) {

    /** The page. */
    public static Page of(ReceiptPage page) {
      return new Page(page.items().stream().map(ReceiptView::of).toList(), page.nextCursor());
    }
  }

  /** The receipt. */
  public static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.id(),
        receipt.at().toString(),
        receipt.reason(),
        receipt.status(),
        receipt.message(),
        Texts.orNull(receipt.keyId()),
        receipt.method(),
        receipt.route(),
        receipt.address(),
        receipt.peer(),
        receipt.requestId(),
        OutcomeView.of(receipt.checks()));
  }
}
