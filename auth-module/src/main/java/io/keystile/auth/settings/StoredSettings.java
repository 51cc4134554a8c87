package io.keystile.auth.settings;

import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.ChangeListener;
import io.keystile.auth.store.ChangeLog;
import io.keystile.auth.store.Changes;
import io.keystile.auth.store.StoreTransactions;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that were changed at run time. A change is in force at the next request here, and
 * within a second in other processes. Safe for several threads; reading does not block.
 */
@Context
final class StoredSettings implements ChangeListener {

  private static final Logger LOG = LoggerFactory.getLogger(StoredSettings.class);
  private static final String VALUE = "value";
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final SettingRepository repository;
  private final StoreTransactions transactions;
  private final ChangeLog log;
  private final Changes changes;
  private final AuditLog audit;
  private final Clock clock;
  private final Lock refreshing = new ReentrantLock();
  private final List<Consumer<Map<String, String>>> followers = new ArrayList<>();
  private final ScheduledFuture<?> retry;
  private volatile Map<String, String> values = Map.of();
  private volatile boolean late;

  StoredSettings(
      SettingRepository repository,
      StoreTransactions transactions,
      ChangeLog log,
      Changes changes,
      AuditLog audit,
      Clock clock,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.repository = repository;
    this.transactions = transactions;
    this.log = log;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
    // In this order: what changes in between must not be missed.
    changes.subscribe(this);
    refresh();
    this.retry = scheduler.scheduleWithFixedDelay(RETRY, RETRY, this::catchUp);
  }

  @Nullable String find(String name) {
    return values.get(name);
  }

  /** Tells of what is stored, now and after each change. The follower must not throw. */
  void follow(Consumer<Map<String, String>> follower) {
    refreshing.lock();
    try {
      followers.add(follower);
      follower.accept(values);
    } finally {
      refreshing.unlock();
    }
  }

  /**
   * Stores a value, and writes the audit log in the same transaction.
   *
   * @param action what the audit log calls it
   * @param value the value, or null to take it away
   * @param check throws when the value does not fit to what is stored; nothing is changed then
   */
  void put(
      String action, String name, @Nullable String value, Consumer<Map<String, String>> check) {
    transactions.write(
        "the setting " + name,
        () -> {
          Map<String, String> rows = rows();
          check.accept(rows);
          if (!Objects.equals(rows.get(name), value)) {
            audit.record(AuditEntry.changed(action, name, view(rows.get(name)), view(value)));
            write(name, value);
          }
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
    boolean again = late;
    try {
      refresh();
    } catch (RuntimeException e) {
      // Nobody tells of the same change again, and others wait to hear of this one.
      late = true;
      if (!again) {
        LOG.warn(
            "The settings cannot be read; those in force stay until they can: {}", e.toString());
      }
    }
  }

  private void catchUp() {
    if (late) {
      everythingChanged();
    }
  }

  @PreDestroy
  void stop() {
    retry.cancel(false);
  }

  /** One after the other: an older answer of the store must not replace a newer one. */
  private void refresh() {
    refreshing.lock();
    try {
      late = false;
      values = transactions.read("the settings", this::rows);
      followers.forEach(follower -> follower.accept(values));
    } finally {
      refreshing.unlock();
    }
  }

  private void write(String name, @Nullable String value) {
    if (value == null) {
      repository.remove(name);
    } else {
      repository.put(name, value, clock.millis());
    }
    log.addEverything();
  }

  private static Map<String, String> view(@Nullable String value) {
    return value == null ? Map.of() : Map.of(VALUE, value);
  }

  private Map<String, String> rows() {
    return repository.findAll().stream()
        .collect(Collectors.toUnmodifiableMap(SettingRow::name, SettingRow::value));
  }
}
