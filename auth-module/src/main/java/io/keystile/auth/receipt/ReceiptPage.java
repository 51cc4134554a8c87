package io.keystile.auth.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some receipts, the newest first.
 *
 * @param items the receipts
 * @param nextCursor where the next page begins, or null when there is none
 * @since 0.1
 */
public record ReceiptPage(List<Receipt> items, @Nullable String nextCursor) {

  public ReceiptPage {
    items = List.copyOf(items);
  }
}
