package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLocationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/keys?user=me&password=hunter2",
        "JDBC:PostgreSQL://db.example/keys?password=hunter2",
        "jdbc:h2:mem:hunter2",
        "jdbc:sqlite:jdbc:sqlite:hunter2",
        "postgres://me:hunter2@db.example/keys",
        "file:hunter2.db",
        "file:///hunter2.db",
        "jdbc:sqlite:file:hunter2.db?mode=ro",
        "jdbc:sqlite:hunter2.db?enable_load_extension=true",
        "hunter2.db?synchronous=OFF",
        "jdbc:sqlite::memory:",
        ":memory:",
        ":resource:hunter2.db",
        "jdbc:sqlite:",
        "  ",
        "hunter2\0.db"
      })
  void refusesWhatNamesNoPlainFileWithoutRepeatingIt(String db) {
    StoreNotUsableException fault =
        assertThrows(StoreNotUsableException.class, () -> StoreLocation.parse(db));
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.startsWith("keystile.db "), message);
    assertTrue(message.endsWith(". Set it to a SQLite file, for instance data/keystile.db."));
    assertFalse(message.contains("hunter2"), message);
  }

  @Test
  void namesTheKindOfDatabaseThatIsNotSupported() {
    StoreNotUsableException fault =
        assertThrows(
            StoreNotUsableException.class, () -> StoreLocation.parse("jdbc:postgresql://x/y"));
    assertEquals(
        "keystile.db begins with jdbc:postgresql, which is not supported."
            + " Set it to a SQLite file, for instance data/keystile.db.",
        fault.getMessage());
  }

  @Test
  void readsAFileWithAndWithoutItsScheme() {
    assertEquals(Path.of("data/keystile.db"), StoreLocation.parse("data/keystile.db"));
    assertEquals(Path.of("/srv/my keys.db"), StoreLocation.parse(" jdbc:sqlite:/srv/my keys.db "));
  }
}
