package io.keystile.auth.receipt;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.address.ClientIp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which receipts to list. What is null does not matter.
 *
 * @param keyId the key that was recognised
 * @param reason the code of the reason
 * @param address the caller's address
 * @param since the first instant that counts
 * @since 0.1
 */
public record ReceiptFilter(
    @Nullable ApiKeyId keyId,
    @Nullable String reason,
    @Nullable ClientIp address,
    @Nullable Instant since) {

  /** All of them. */
  public static final ReceiptFilter ALL = new ReceiptFilter(null, null, null);

  /** Of any time. */
  public ReceiptFilter(
      @Nullable ApiKeyId keyId, @Nullable String reason, @Nullable ClientIp address) {
    this(keyId, reason, address, null);
  }
}
