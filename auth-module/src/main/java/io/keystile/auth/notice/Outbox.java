package io.keystile.auth.notice;

import io.keystile.auth.store.StoreTransactions;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the webhook still has to be told, in the store, so that no crash loses it. Several processes
 * may tell from the same store: one claims a row for a while, and if it ends before it is done,
 * another takes over.
 */
@Singleton
final class Outbox {

  static final Duration CLAIMED = Duration.ofMinutes(2);

  private static final int BATCH = 50;
  private static final int OVERDUE = 1_000;

  private final OutboxRepository repository;
  private final WebhookConfiguration configuration;
  private final StoreTransactions transactions;
  private final JsonMapper mapper;
  private final Clock clock;

  Outbox(
      OutboxRepository repository,
      WebhookConfiguration configuration,
      StoreTransactions transactions,
      JsonMapper mapper,
      Clock clock) {
    this.repository = repository;
    this.configuration = configuration;
    this.transactions = transactions;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** Keeps the event for the webhook, if that is to be told; in the transaction of the caller. */
  void add(WebhookEvent event) {
    if (configuration.isWanted(event.type())) {
      long now = clock.millis();
      repository.save(new OutboxRow(event.id(), event.type(), json(event), now, now, 0));
    }
  }

  /** What is due, the oldest first, claimed by nobody. */
  List<OutboxRow> due() {
    return transactions.read("the outbox", () -> repository.findDue(clock.millis(), BATCH));
  }

  /** Whether the row is ours now. */
  boolean claim(OutboxRow row) {
    long until = clock.millis() + CLAIMED.toMillis();
    return transactions.write("the outbox", () -> repository.claim(row.id(), row.nextAt(), until))
        == 1;
  }

  void remove(OutboxRow row) {
    transactions.write("the outbox", () -> repository.remove(row.id()));
  }

  void postpone(OutboxRow row, Duration wait) {
    long next = clock.millis() + wait.toMillis();
    transactions.write("the outbox", () -> repository.postpone(row.id(), next));
  }

  /** Removes some of what waited too long for its turn, and says how many. */
  int removeOverdue() {
    long before = clock.millis() - configuration.retryFor().toMillis();
    return transactions.write("the outbox", () -> repository.removeWaitingSince(before, OVERDUE));
  }

  private String json(WebhookEvent event) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("id", event.id());
    body.put("type", event.type());
    body.put("createdAt", event.at().toString());
    body.put("data", event.data());
    try {
      return new String(mapper.writeValueAsBytes(body), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Plain values can be written as JSON", e);
    }
  }
}
