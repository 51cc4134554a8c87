package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.LogLines;
import io.keystile.auth.TestStore;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.secret.KeyDigest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process does, another on the same file hears within a second. */
class ChangePollerTest {

  private static final byte[] DIGEST = new byte[KeyDigest.LENGTH];

  @TempDir Path folder;
  private final Heard heard = new Heard();
  private Path file;
  private TestStore store;

  @BeforeEach
  void open() {
    file = folder.resolve("keys.db");
    store = TestStore.open(file);
    store.bean(Changes.class).subscribe(heard);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void hearsWhatAnotherProcessDid() throws Exception {
    try (TestStore other = TestStore.open(file)) {
      IssuedKey key = other.issue("from elsewhere");
      KeyDigest digest = heard.one();
      assertEquals(digestInFile(), List.of(digest));
      other.keys().disable(key.key().id());
      assertEquals(digest, heard.one());
      other.keys().delete(key.key().id());
      assertEquals(digest, heard.one());
    }
  }

  @Test
  void hearsWhatAProgramWroteThatIsNotKeystile() throws Exception {
    TestStore.execute(file, "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(32), 1)");
    assertEquals(KeyDigest.of(DIGEST), heard.one());
  }

  @Test
  void hearsNothingWhenAnotherTableChanges() throws Exception {
    TestStore.execute(file, "CREATE TABLE host (id INTEGER)", "INSERT INTO host VALUES (1)");
    TestStore.execute(file, "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(32), 1)");
    assertEquals(KeyDigest.of(DIGEST), heard.one());
    assertTrue(heard.everything.isEmpty());
  }

  @Test
  void forgetsEverythingWhenRowsOfTheLogAreMissing() throws Exception {
    TestStore.execute(
        file,
        "BEGIN",
        "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(32), 1)",
        "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(32), 1)",
        "DELETE FROM keystile_change WHERE seq = 1",
        "COMMIT");
    heard.everything();
    TestStore.execute(file, "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(32), 1)");
    assertEquals(KeyDigest.of(DIGEST), heard.one());
  }

  @Test
  void forgetsEverythingWhenTheLogWasEmptied() throws Exception {
    TestStore.execute(
        file,
        "BEGIN",
        "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(32), 1)",
        "DELETE FROM keystile_change",
        "COMMIT");
    heard.everything();
  }

  @Test
  void forgetsEverythingWhenTheLogWentBack() throws Exception {
    try (TestStore other = TestStore.open(file)) {
      other.issue("first");
      heard.one();
      other.issue("second");
      heard.one();
    }
    TestStore.execute(
        file,
        "BEGIN",
        "DELETE FROM keystile_change WHERE seq = 2",
        "UPDATE sqlite_sequence SET seq = 1",
        "COMMIT");
    heard.everything();
  }

  @Test
  void recoversWhenTheLogCanBeReadAgain() throws Exception {
    try (LogLines lines = LogLines.of(ChangePoller.class)) {
      TestStore.execute(file, "ALTER TABLE keystile_change RENAME TO keystile_gone");
      String line = lines.next();
      assertTrue(line.startsWith("Changes by other processes to " + file), line);
      TestStore.execute(file, "ALTER TABLE keystile_gone RENAME TO keystile_change");
      heard.everything();
      TestStore.execute(file, "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(32), 1)");
      assertEquals(KeyDigest.of(DIGEST), heard.one());
      assertTrue(lines.isEmpty());
    }
  }

  @Test
  void recoversFromARowThatIsNoDigest() throws Exception {
    TestStore.execute(file, "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(3), 1)");
    heard.everything();
    TestStore.execute(file, "INSERT INTO keystile_change (digest, at) VALUES (zeroblob(32), 1)");
    assertEquals(KeyDigest.of(DIGEST), heard.one());
  }

  @Test
  void prunesOldRowsButNeverTheNewest() throws Exception {
    IssuedKey key = store.issue("first");
    store.keys().disable(key.key().id());
    store.clock().advance(Duration.ofDays(3));
    store.keys().enable(key.key().id());
    assertEquals(List.of("3"), TestStore.query(file, "SELECT seq FROM keystile_change"));
    store.clock().advance(Duration.ofDays(3));
    store.keys().disable(key.key().id());
    assertEquals(List.of("4"), TestStore.query(file, "SELECT seq FROM keystile_change"));
  }

  private List<KeyDigest> digestInFile() throws SQLException {
    return TestStore.query(file, "SELECT hex(digest) FROM keystile_key").stream()
        .map(hex -> KeyDigest.of(HexFormat.of().parseHex(hex)))
        .toList();
  }

  private static final class Heard implements ChangeListener {

    private final BlockingQueue<KeyDigest> digests = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> everything = new LinkedBlockingQueue<>();

    KeyDigest one() throws InterruptedException {
      @Nullable KeyDigest digest = digests.poll(1, TimeUnit.SECONDS);
      assertNotEquals(null, digest, "nothing heard within a second");
      return Objects.requireNonNull(digest);
    }

    void everything() throws InterruptedException {
      assertNotEquals(null, everything.poll(1, TimeUnit.SECONDS), "nothing heard in a second");
    }

    @Override
    public void changed(Collection<KeyDigest> changed) {
      digests.addAll(changed);
    }

    @Override
    public void everythingChanged() {
      everything.add("everything");
    }
  }
}
