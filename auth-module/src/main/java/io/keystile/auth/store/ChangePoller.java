package io.keystile.auth.store;

import io.keystile.auth.secret.KeyDigest;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for changes that another process made to the same SQLite file. {@code PRAGMA data_version}
 * costs a few microseconds and changes whenever somebody else commits; only then is the log of
 * changes read.
 */
@Context
final class ChangePoller {

  private static final Logger LOG = LoggerFactory.getLogger(ChangePoller.class);

  private final StoreFile file;
  private final StoreConfiguration configuration;
  private final Changes changes;
  private final ChangeFeed feed;
  private final ScheduledExecutorService timer;
  private @Nullable Future<?> polling;
  private @Nullable SqliteChangeLog log;
  private boolean failing;

  ChangePoller(
      @Named(Store.NAME) StoreFile file,
      @Named(Store.NAME) DataSource migrated,
      StoreConfiguration configuration,
      Changes changes,
      ChangeFeed feed) {
    this.file = file;
    this.configuration = configuration;
    this.changes = changes;
    this.feed = feed;
    this.timer = Executors.newSingleThreadScheduledExecutor(ChangePoller::thread);
  }

  @PostConstruct
  void start() {
    long interval = configuration.pollInterval().toNanos();
    poll();
    polling = timer.scheduleWithFixedDelay(this::poll, interval, interval, TimeUnit.NANOSECONDS);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    if (polling != null) {
      polling.cancel(false);
    }
    timer.shutdown();
    timer.awaitTermination(5, TimeUnit.SECONDS);
    close();
  }

  private void poll() {
    try {
      List<KeyDigest> changed = open().readNew();
      failing = false;
      if (changed.contains(ChangeLog.EVERYTHING)) {
        changes.publishEverything();
      } else if (!changed.isEmpty()) {
        changes.publish(changed);
      }
      feed.followed();
    } catch (SqliteChangeLog.Gap e) {
      changes.publishEverything();
      feed.followed();
    } catch (SQLException | RuntimeException e) {
      fail(e);
    }
  }

  private SqliteChangeLog open() throws SQLException {
    if (log == null) {
      log = new SqliteChangeLog(new SqliteDataSource(file, configuration));
      changes.publishEverything();
    }
    return log;
  }

  private void fail(Exception e) {
    if (!failing) {
      LOG.warn("Changes by other processes to {} cannot be read: {}", file.path(), e.toString());
    }
    failing = true;
    close();
  }

  private void close() {
    if (log != null) {
      log.close();
      log = null;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "keystile-changes");
    thread.setDaemon(true);
    return thread;
  }
}
