package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.secret.KeyDigest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTableTest {

  private static final long AGE = 1_000;
  @TempDir static Path folder;
  private static TestStore store;

  private final Random random = new Random(42);

  @BeforeAll
  static void open() {
    store = TestStore.open(folder.resolve("keys.db"));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void tellsDigestsApartThatDifferInOneWord() {
    KeyTable table = new KeyTable(100, AGE);
    KeyDigest digest = digest(1, 2, 3, 4);
    KnownKey key = key(digest);
    table.put(key, 0);
    assertSame(key, table.find(digest, 0));
    List.of(digest(0, 2, 3, 4), digest(1, 0, 3, 4), digest(1, 2, 0, 4), digest(1, 2, 3, 0))
        .forEach(other -> assertNull(table.find(other, 0)));
  }

  @Test
  void keepsNothingWhenItsSizeIsZero() {
    KeyTable table = new KeyTable(0, AGE);
    table.put(key(digest(1, 2, 3, 4)), 0);
    assertNull(table.find(digest(1, 2, 3, 4), 0));
    assertEquals(0, table.size());
  }

  @Test
  void keepsNoMoreThanItsSize() {
    for (int size : new int[] {1, 2, 63, 64, 1000, 5000}) {
      KeyTable table = new KeyTable(size, AGE);
      for (int i = 0; i < 3 * size; i++) {
        table.put(key(random()), 0);
      }
      assertTrue(table.size() <= size && table.size() > size / 2, size + ": " + table.size());
    }
  }

  @Test
  void letsGoWhatWasNotAskedFor() {
    KeyTable table = new KeyTable(31, AGE);
    KeyDigest asked = random();
    table.put(key(asked), 0);
    for (int i = 0; i < 1000; i++) {
      assertNotNull(table.find(asked, 0));
      table.put(key(random()), 0);
    }
  }

  @Test
  void makesRoomWhereEveryKeyWasAskedFor() {
    KeyTable table = new KeyTable(3_000, AGE);
    for (int i = 0; i < 6_000; i++) {
      KeyDigest digest = random();
      table.put(key(digest), 0);
      assertNotNull(table.find(digest, 0));
    }
    assertEquals(3_000, table.size());
  }

  @Test
  void replacesAKeyAndItsAge() {
    KeyTable table = new KeyTable(100, AGE);
    KeyDigest digest = random();
    KnownKey next = key(digest);
    table.put(key(digest), 0);
    table.put(next, AGE);
    assertSame(next, table.find(digest, 2 * AGE - 1));
    assertNull(table.find(digest, 2 * AGE));
    assertEquals(1, table.size());
  }

  @Test
  void removesOnlyTheKeyThatIsMeant() {
    KeyTable table = new KeyTable(100, AGE);
    KeyDigest digest = random();
    KnownKey key = key(digest);
    table.put(key, 0);
    table.remove(digest, key(digest));
    assertSame(key, table.find(digest, 0));
    table.remove(digest, key);
    assertNull(table.find(digest, 0));
  }

  /** All begin in the same place, so that every gap has to be closed. */
  @Test
  void findsWhatIsLeftOfKeysThatCollide() {
    KeyTable table = new KeyTable(31, AGE);
    List<KeyDigest> digests =
        new ArrayList<>(IntStream.range(0, 31).mapToObj(i -> digest(i % 3 + 13, i, 0, 0)).toList());
    for (int round = 0; round < 31; round++) {
      digests.forEach(digest -> table.put(key(digest), 0));
      KeyDigest gone = digests.remove(random.nextInt(digests.size()));
      table.remove(gone, null);
      assertNull(table.find(gone, 0));
      digests.forEach(digest -> assertNotNull(table.find(digest, 0)));
      assertEquals(digests.size(), table.size());
    }
  }

  @Test
  void doesWhatAMapDoes() {
    KeyTable table = new KeyTable(1 << 20, AGE);
    Map<KeyDigest, KnownKey> map = new HashMap<>();
    List<KeyDigest> digests = IntStream.range(0, 2_000).mapToObj(i -> random()).toList();
    for (int i = 0; i < 50_000; i++) {
      KeyDigest digest = digests.get(random.nextInt(digests.size()));
      if (random.nextInt(3) == 0) {
        table.remove(digest, null);
        map.remove(digest);
      } else {
        KnownKey key = key(digest);
        table.put(key, 0);
        map.put(digest, key);
      }
    }
    digests.forEach(digest -> assertSame(map.get(digest), table.find(digest, 0)));
    assertEquals(map.size(), table.size());
    table.clear();
    digests.forEach(digest -> assertNull(table.find(digest, 0)));
  }

  @Test
  void saysOfEveryKeyThatLeftThatItHasItNoMore() {
    KeyTable table = new KeyTable(50, AGE);
    List<KeyDigest> digests = IntStream.range(0, 80).mapToObj(i -> random()).toList();
    Map<KnownKey, KeyDigest> all = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      KeyDigest digest = digests.get(random.nextInt(digests.size()));
      switch (random.nextInt(200)) {
        case 0 -> table.clear();
        case 1, 2, 3, 4, 5 -> table.remove(digest, null);
        default -> {
          KnownKey key = key(digest);
          all.put(key, digest);
          table.put(key, 0);
        }
      }
      all.forEach((key, under) -> assertEquals(table.find(under, 0) == key, table.has(key, 0)));
      all.keySet().removeIf(key -> key.isForgotten() && random.nextBoolean());
    }
    KnownKey key = key(digests.get(0));
    table.put(key, 0);
    assertTrue(table.has(key, AGE - 1));
    assertFalse(table.has(key, AGE));
    assertFalse(table.has(key, -AGE));
  }

  @Test
  void neverGivesAKeyToAnotherDigestWhileEntriesMove() throws InterruptedException {
    KeyTable table = new KeyTable(31, AGE);
    List<KeyDigest> digests = IntStream.range(0, 60).mapToObj(i -> digest(i % 5, i, 0, 0)).toList();
    List<KnownKey> keys = digests.stream().map(KeyTableTest::key).toList();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger wrong = new AtomicInteger();
    List<Thread> readers =
        IntStream.range(0, 3)
            .mapToObj(i -> new Thread(() -> read(table, digests, keys, over, wrong)))
            .toList();
    readers.forEach(Thread::start);
    for (int i = 0; i < 200_000; i++) {
      int at = random.nextInt(digests.size());
      table.put(keys.get(at), 0);
      table.remove(digests.get(random.nextInt(digests.size())), null);
    }
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    assertEquals(0, wrong.get());
  }

  private static void read(
      KeyTable table,
      List<KeyDigest> digests,
      List<KnownKey> keys,
      AtomicBoolean over,
      AtomicInteger wrong) {
    for (int i = 0; !over.get(); i = (i + 1) % digests.size()) {
      KnownKey key = table.find(digests.get(i), 0);
      if (key != null && key != keys.get(i)) {
        wrong.incrementAndGet();
      }
    }
  }

  private static KnownKey key(KeyDigest digest) {
    return KnownKeys.of(store, digest, "key");
  }

  private KeyDigest random() {
    return digest(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static KeyDigest digest(long a, long b, long c, long d) {
    ByteBuffer bytes = ByteBuffer.allocate(KeyDigest.LENGTH);
    return KeyDigest.of(bytes.putLong(a).putLong(b).putLong(c).putLong(d).array());
  }
}
