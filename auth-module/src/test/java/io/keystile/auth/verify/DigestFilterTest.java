package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.secret.KeyDigest;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestFilterTest {

  private static final int ROOM = 10_000;

  private final Random random = new Random(20270131);
  private final DigestFilter filter = new DigestFilter(ROOM);

  @Test
  void holdsNothingAtFirst() {
    assertFalse(filter.mayContain(digest()));
    assertFalse(new DigestFilter(0).mayContain(digest()));
  }

  @Test
  void holdsWhatSeveralThreadsAdd() {
    List<KeyDigest> digests = digests(2 * ROOM);
    digests.parallelStream().forEach(filter::add);
    assertTrue(digests.stream().allMatch(filter::mayContain));
  }

  @Test
  void takesFewOthersForItsOwn() {
    digests(ROOM).forEach(filter::add);
    long wrong = digests(100_000).stream().filter(filter::mayContain).count();
    assertTrue(wrong < 500, "of 100000: " + wrong);
  }

  @Test
  void isOverfullWithTwiceWhatItIsMadeFor() {
    List<KeyDigest> digests = digests(ROOM);
    for (int i = 0; i < 5; i++) {
      digests.forEach(filter::add);
    }
    assertFalse(filter.isOverfull(), "the same digests count once");
    digests(2 * ROOM).forEach(filter::add);
    assertTrue(filter.isOverfull());
  }

  @Test
  void takesTwoBytesForEach() {
    assertEquals(2 * ROOM, filter.bytes());
  }

  private List<KeyDigest> digests(int number) {
    return IntStream.range(0, number).mapToObj(i -> digest()).toList();
  }

  private KeyDigest digest() {
    byte[] bytes = new byte[KeyDigest.LENGTH];
    random.nextBytes(bytes);
    return KeyDigest.of(bytes);
  }
}
