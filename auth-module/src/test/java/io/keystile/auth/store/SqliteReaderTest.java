package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReaderTest {

  private static final StoreRead<Integer> VALUE =
      statements -> {
        try (ResultSet row = statements.prepared("SELECT value FROM note").executeQuery()) {
          row.next();
          return row.getInt(1);
        }
      };

  @TempDir Path folder;
  private Path file;
  private TestStore store;
  private SqliteReader reader;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("keys.db");
    store = TestStore.open(file);
    reader = store.bean(SqliteReader.class);
    TestStore.execute(file, "CREATE TABLE note (value INTEGER)", "INSERT INTO note VALUES (1)");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void failsWhileTheStoreCannotBeReadAndNoLonger() throws Exception {
    assertEquals(1, value());
    TestStore.execute(file, "ALTER TABLE note RENAME TO gone");
    StoreUnavailableException fault = assertThrows(StoreUnavailableException.class, this::value);
    assertEquals("The store cannot be read for a note", fault.getMessage());
    assertThrows(StoreUnavailableException.class, this::value);
    TestStore.execute(file, "ALTER TABLE gone RENAME TO note");
    assertEquals(1, value());
  }

  @Test
  void failsForWhateverTheMappingThrows() {
    StoreRead<Integer> wrong =
        statements -> {
          throw new IllegalArgumentException("no such value");
        };
    assertThrows(StoreUnavailableException.class, () -> reader.read("a note", wrong));
    assertEquals(1, value());
  }

  @Test
  void goesOnAfterAnError() {
    reader.execute(
        () -> {
          throw new AssertionError("of the work");
        });
    assertEquals(1, value());
  }

  @Test
  void writesNothing() {
    StoreRead<Boolean> write =
        statements -> statements.prepared("UPDATE note SET value = 2").execute();
    assertThrows(StoreUnavailableException.class, () -> reader.read("a note", write));
    assertEquals(1, value());
  }

  @Test
  void seesWhatChangedBeforeItWasAsked() throws Exception {
    for (int i = 2; i < 20; i++) {
      TestStore.execute(file, "UPDATE note SET value = " + i);
      assertEquals(i, value());
    }
  }

  /** What was asked before the change may share a snapshot; what is asked after it must not. */
  @Test
  void seesWhatChangedWhileOthersWereRead() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    BlockingQueue<Integer> before = new LinkedBlockingQueue<>();
    occupy(start);
    reader.execute(
        () -> {
          before.add(value());
          read.countDown();
          await(changed);
        });
    reader.execute(() -> before.add(value()));
    start.countDown();
    await(read);
    TestStore.execute(file, "UPDATE note SET value = 2");
    CompletableFuture<Integer> after = CompletableFuture.supplyAsync(this::value, reader);
    changed.countDown();
    assertEquals(2, after.join());
    assertEquals(List.of(1, 1), List.copyOf(before));
  }

  @Test
  void holdsNothingThatKeepsTheLogFromBeingCleared() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<Integer>> together = new ArrayList<>();
    occupy(start);
    for (int i = 0; i < 10; i++) {
      together.add(CompletableFuture.supplyAsync(this::value, reader));
    }
    start.countDown();
    together.forEach(answer -> assertEquals(1, answer.join()));
    // Behind all of them, so that their transaction is over.
    assertEquals(1, value());
    TestStore.execute(file, "UPDATE note SET value = 2");
    assertEquals(List.of("0"), TestStore.query(file, "PRAGMA wal_checkpoint(TRUNCATE)"));
  }

  @Test
  void answersEverybodyWhoStillWaitsAtTheEnd() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    occupy(start);
    for (int i = 0; i < 200; i++) {
      waiting.add(CompletableFuture.supplyAsync(this::value, reader));
    }
    CompletableFuture<Void> closing = CompletableFuture.runAsync(this::closeReader);
    start.countDown();
    closing.join();
    waiting.forEach(answer -> assertEquals(1, answer.join()));
    assertThrows(StoreUnavailableException.class, this::value);
    assertThrows(RejectedExecutionException.class, () -> reader.execute(() -> {}));
  }

  private int value() {
    return reader.read("a note", VALUE);
  }

  /** Keeps the reader busy, so that all that comes until the start waits together. */
  private void occupy(CountDownLatch start) {
    CountDownLatch busy = new CountDownLatch(1);
    reader.execute(
        () -> {
          busy.countDown();
          await(start);
        });
    await(busy);
  }

  private void closeReader() {
    try {
      reader.close();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
