package io.keystile.auth.settings;

import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.ChangeListener;
import io.keystile.auth.store.ChangeLog;
import io.keystile.auth.store.Changes;
import io.keystile.auth.store.StoreTransactions;
import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings that were changed at run time. A change is in force at the next request here, and
 * within a second in other processes. Safe for several threads; reading does not block.
 */
@Context
final class StoredSettings implements ChangeListener {

  private static final String VALUE = "value";

  private final SettingRepository repository;
  private final StoreTransactions transactions;
  private final ChangeLog log;
  private final Changes changes;
  private final AuditLog audit;
  private final Clock clock;
  private volatile Map<String, String> values;

  StoredSettings(
      SettingRepository repository,
      StoreTransactions transactions,
      ChangeLog log,
      Changes changes,
      AuditLog audit,
      Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.log = log;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
    this.values = read();
    changes.subscribe(this);
  }

  @Nullable String find(String name) {
    return values.get(name);
  }

  /**
   * @param action what the audit log calls it
   */
  void put(String action, String name, String value) {
    transactions.write(
        "the setting " + name,
        () -> {
          Map<String, String> before =
              repository.findById(name).map(row -> Map.of(VALUE, row.value())).orElse(Map.of());
          audit.record(AuditEntry.changed(action, name, before, Map.of(VALUE, value)));
          repository.put(name, value, clock.millis());
          log.addEverything();
          return name;
        });
    changes.publishEverything();
  }

  @Override
  public void changed(Collection<KeyDigest> digests) {
    // Keys are not settings.
  }

  @Override
  public void everythingChanged() {
    try {
      values = read();
    } catch (StoreUnavailableException e) {
      // What was set last stays in force: it cannot have been changed while nobody can write.
      return;
    }
  }

  private Map<String, String> read() {
    return transactions.read("the settings", repository::findAll).stream()
        .collect(Collectors.toUnmodifiableMap(SettingRow::name, SettingRow::value));
  }
}
