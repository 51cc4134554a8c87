package io.keystile.auth.usage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts for a secret of which no more is at hand than its key's id: refused calls, too. */
final class SecretCounter extends KeyUse {

  private final String keyId;
  private final int generation;
  private final Map<String, HourCell> refused = new ConcurrentHashMap<>(4);

  SecretCounter(String keyId, int generation, UseQueue dirty) {
    super(dirty);
    this.keyId = keyId;
    this.generation = generation;
  }

  @Override
  protected String keyId() {
    return keyId;
  }

  @Override
  public int generation() {
    return generation;
  }

  /** Counts one refused call. */
  void refused(long now, String reason) {
    cellOf(reason).increment(Hours.of(now));
    queue();
  }

  @Override
  void takeRefusals(List<UsageRow> rows) {
    refused.forEach((reason, cell) -> take(reason, cell, rows));
  }

  @Override
  HourCell cellOf(UsageRow row) {
    return row.accepted() ? this : cellOf(row.reason());
  }

  private HourCell cellOf(String reason) {
    return refused.computeIfAbsent(reason, code -> new HourCell());
  }
}
