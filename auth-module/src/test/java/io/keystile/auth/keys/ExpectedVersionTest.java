package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ExpectedVersionTest {

  @TempDir Path folder;
  private TestStore store;
  private ApiKeys keys;
  private ApiKeyId id = new ApiKeyId("key_none");

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"));
    keys = store.keys();
    id = store.issue("k").key().id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void changesNothingOfAnotherVersion() {
    KeyRotation rotation = store.bean(KeyRotation.class);
    ManagedKey before = keys.get(id);
    for (long wrong : new long[] {2, -1, Long.MAX_VALUE}) {
      refused(() -> keys.change(id, wrong, seen -> seen.renamed("x"), Set.of()));
      refused(() -> keys.enable(id, wrong));
      refused(() -> keys.disable(id, wrong, Set.of()));
      refused(() -> keys.delete(id, wrong, Set.of()));
      refused(() -> rotation.rotate(id, wrong, Duration.ZERO));
    }
    assertEquals(before, keys.get(id));
  }

  @Test
  void changesTheVersionThatWasSeen() {
    assertEquals(2, keys.change(id, 1, seen -> seen.renamed("x"), Set.of()).version());
    assertEquals(3, keys.disable(id, 2, Set.of()).version());
    assertEquals(4, keys.enable(id, 3).version());
    assertEquals(5, store.bean(KeyRotation.class).rotate(id, 4, Duration.ZERO).key().version());
    assertEquals(5, keys.delete(id, 5, Set.of()).version());
    assertTrue(keys.find(id).isEmpty());
  }

  @Test
  void leavesWhatIsSoAlreadyWithItsVersion() {
    assertEquals(1, keys.enable(id, 1).version());
    keys.disable(id);
    assertEquals(2, keys.disable(id, 2, Set.of()).version());
  }

  private static void refused(Executable change) {
    assertThrows(VersionMismatchException.class, change);
  }
}
