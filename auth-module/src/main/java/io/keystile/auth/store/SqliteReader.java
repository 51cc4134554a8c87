package io.keystile.auth.store;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from the SQLite file on a connection of its own. What waits together is read from one
 * snapshot, which is taken after the last of it came and let go before anybody waits again. After a
 * fault the next read opens the connection anew.
 */
@Singleton
final class SqliteReader implements StoreReader {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteReader.class);

  private final DataSource source;
  private final StoreTransactions transactions;
  private final SerialWork work;

  // Of the thread that reads.
  private @Nullable SqliteReads open;
  private boolean several;
  private boolean failed;

  SqliteReader(
      @Named(Store.NAME) StoreFile file,
      @Named(Store.NAME) DataSource migrated,
      StoreConfiguration configuration,
      StoreTransactions transactions) {
    this.source = new SqliteDataSource(file, configuration);
    this.transactions = transactions;
    this.work = new SerialWork("keystile-reader", this::runAll);
  }

  @Override
  public void execute(Runnable task) {
    work.execute(task);
  }

  @Override
  public <T> T read(String what, StoreRead<T> read) {
    if (work.isOwnThread()) {
      return readNow(what, read);
    }
    try {
      return CompletableFuture.supplyAsync(() -> readNow(what, read), work).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreUnavailableException fault ? fault : e;
    } catch (RejectedExecutionException e) {
      throw unavailable(what, e);
    }
  }

  /** Answers everybody who still waits. */
  @PreDestroy
  void close() throws InterruptedException {
    work.close();
  }

  private void runAll(List<Runnable> batch) {
    long start = System.nanoTime();
    several = batch.size() > 1;
    failed = false;
    try {
      batch.forEach(SqliteReader::run);
    } finally {
      end();
      transactions.tell(false, start, failed);
    }
  }

  /** One fault must not keep the others waiting for ever. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOG.error("A read of the store could not be answered", e);
    }
  }

  private <T> T readNow(String what, StoreRead<T> read) {
    try {
      return read.from(statements());
    } catch (SQLException e) {
      failed = true;
      drop();
      throw unavailable(what, e);
    } catch (RuntimeException e) {
      failed = true;
      throw unavailable(what, e);
    }
  }

  private SqliteReads statements() throws SQLException {
    SqliteReads reads = open;
    if (reads == null) {
      reads = SqliteReads.open(source);
      open = reads;
    }
    if (several) {
      reads.begin();
    }
    return reads;
  }

  private void end() {
    try {
      if (open != null) {
        open.end();
      }
    } catch (SQLException e) {
      drop();
    }
    if (work.isClosed()) {
      drop();
    }
  }

  private void drop() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private static StoreUnavailableException unavailable(String what, Exception e) {
    return new StoreUnavailableException("The store cannot be read for " + what, e);
  }
}
