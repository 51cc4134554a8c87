package io.keystile.auth.receipt;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.policy.CheckOutcome;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Receipts to rows and back. */
@Singleton
@SerdeImport(CheckOutcome.class)
final class ReceiptMapper {

  private static final Argument<List<CheckOutcome>> CHECKS = Argument.listOf(CheckOutcome.class);

  private final JsonMapper json;

  ReceiptMapper(JsonMapper json) {
    this.json = json;
  }

  ReceiptRow toRow(Receipt receipt) {
    return new ReceiptRow(
        receipt.id(),
        receipt.at().toEpochMilli(),
        receipt.reason(),
        receipt.status(),
        receipt.message(),
        receipt.keyId() == null ? null : receipt.keyId().value(),
        receipt.method(),
        receipt.route(),
        receipt.address(),
        receipt.peer(),
        receipt.requestId(),
        write(receipt.checks()));
  }

  Receipt toReceipt(ReceiptRow row) {
    return new Receipt(
        row.id(),
        Instant.ofEpochMilli(row.at()),
        row.reason(),
        row.status(),
        row.message(),
        row.keyId() == null ? null : new ApiKeyId(row.keyId()),
        row.method(),
        row.route(),
        row.address(),
        row.peer(),
        row.requestId(),
        read(row.checks()));
  }

  private String write(List<CheckOutcome> checks) {
    try {
      return new String(json.writeValueAsBytes(CHECKS, checks), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Plain values can be written as JSON", e);
    }
  }

  private List<CheckOutcome> read(String column) {
    try {
      return Objects.requireNonNull(json.readValue(column, CHECKS), "checks");
    } catch (IOException e) {
      throw new IllegalStateException("The checks of a receipt cannot be read", e);
    }
  }
}
