package io.keystile.app.receipts;

import io.keystile.app.keys.Table;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.receipt.Receipt;
import io.keystile.auth.receipt.ReceiptPage;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Receipts as people read them. */
final class ReceiptLines {

  private ReceiptLines() {}

  /** All about one. */
  static String all(Receipt receipt) {
    Table facts = new Table();
    facts.row("Receipt", receipt.id());
    facts.row("Time", receipt.at().toString());
    facts.row("Refused", receipt.status() + " " + receipt.reason() + ": " + receipt.message());
    facts.row("Key", key(receipt));
    facts.row("Call", receipt.method() + " " + receipt.route());
    facts.row("From", from(receipt));
    facts.row("Request", receipt.requestId());
    Table checks = new Table();
    receipt.checks().forEach(check -> row(checks, check));
    return Stream.of(facts, checks)
        .flatMap(table -> table.lines().stream())
        .collect(Collectors.joining("\n"));
  }

  /** One line for each. */
  static String page(ReceiptPage page) {
    Table table = new Table();
    for (Receipt receipt : page.items()) {
      table.row(
          receipt.at().toString(),
          receipt.id(),
          receipt.status() + " " + receipt.reason(),
          key(receipt),
          from(receipt),
          receipt.method() + " " + receipt.route());
    }
    String lines = String.join("\n", table.lines());
    return page.nextCursor() == null
        ? lines
        : lines + "\n(there are more: add --cursor " + page.nextCursor() + ")";
  }

  private static void row(Table table, CheckOutcome check) {
    table.row(
        check.check(),
        check.passed() ? "passed" : "refused",
        Stream.of(check.detail(), check.compared())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" | ")));
  }

  private static String key(Receipt receipt) {
    return receipt.keyId() == null ? "unknown" : receipt.keyId().value();
  }

  private static String from(Receipt receipt) {
    String address = Objects.requireNonNullElse(receipt.address(), "unknown");
    return receipt.peer() == null ? address : address + " through " + receipt.peer();
  }
}
