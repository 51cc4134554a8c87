package io.keystile.auth;

import io.keystile.auth.store.Store;
import io.keystile.auth.store.StoreRead;
import io.keystile.auth.store.StoreReader;
import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Stands before the store's data source and its reader where {@code spec.counting} is set: counts
 * the look-ups of presented keys, and plays a store that is gone.
 */
@Singleton
@Requires(property = "spec.counting")
public final class CountingStore implements BeanCreatedEventListener<DataSource>, Ordered {

  private final AtomicInteger lookUps = new AtomicInteger();
  private volatile boolean gone;

  public int lookUps() {
    return lookUps.get();
  }

  public void setGone(boolean gone) {
    this.gone = gone;
  }

  /** Before the framework wraps the data source: it looks through its own wrapper only. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    return event.getBeanIdentifier().getName().equals(Store.NAME)
        ? new Counted(event.getBean())
        : event.getBean();
  }

  /** Stands before the reader. */
  @Singleton
  @Requires(property = "spec.counting")
  static final class Reader implements BeanCreatedEventListener<StoreReader> {

    private final CountingStore store;

    Reader(CountingStore store) {
      this.store = store;
    }

    @Override
    public StoreReader onCreated(BeanCreatedEvent<StoreReader> event) {
      return store.new CountedReader(event.getBean());
    }
  }

  private final class CountedReader implements StoreReader {

    private final StoreReader reader;

    CountedReader(StoreReader reader) {
      this.reader = reader;
    }

    @Override
    public void execute(Runnable work) {
      reader.execute(work);
    }

    @Override
    public <T> T read(String what, StoreRead<T> read) {
      if (gone) {
        throw new StoreUnavailableException("the store is gone", null);
      }
      if (what.equals("a presented key")) {
        lookUps.incrementAndGet();
      }
      return reader.read(what, read);
    }
  }

  private final class Counted implements DataSource {

    private final DataSource source;

    Counted(DataSource source) {
      this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (gone) {
        throw new SQLException("the store is gone");
      }
      return source.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
      return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
      source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
      source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
      return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return source.isWrapperFor(type);
    }
  }
}
