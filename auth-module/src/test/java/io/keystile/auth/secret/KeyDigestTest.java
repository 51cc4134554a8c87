package io.keystile.auth.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDigestTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void refusesAnotherLength(int length) {
    assertThrows(IllegalArgumentException.class, () -> KeyDigest.of(new byte[length]));
  }

  @Test
  void differsWhenOneBitDiffers() {
    byte[] bytes = random();
    KeyDigest digest = KeyDigest.of(bytes);
    for (int bit = 0; bit < 256; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertNotEquals(digest, KeyDigest.of(flipped), "bit " + bit);
    }
  }

  @Test
  void equalsTheSameBytesAndNothingElse() {
    byte[] bytes = random();
    assertEquals(KeyDigest.of(bytes), KeyDigest.of(bytes.clone()));
    assertEquals(KeyDigest.of(bytes).hashCode(), KeyDigest.of(bytes.clone()).hashCode());
    assertNotEquals(KeyDigest.of(bytes), (Object) "text");
  }

  @Test
  void givesItsBytesBackAndKeepsItsOwn() {
    byte[] bytes = random();
    KeyDigest digest = KeyDigest.of(bytes);
    byte[] given = digest.bytes();
    assertArrayEquals(bytes, given);
    given[0] ^= 1;
    assertArrayEquals(bytes, digest.bytes());
  }

  @Test
  void givesItsQuarters() {
    byte[] bytes = random();
    KeyDigest digest = KeyDigest.of(bytes);
    for (int i = 0; i < 4; i++) {
      assertEquals(ByteBuffer.wrap(bytes).getLong(8 * i), digest.part(i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> digest.part(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> digest.part(4));
  }

  @Test
  void neverPrintsItself() {
    assertEquals("KeyDigest[hidden]", KeyDigest.of(random()).toString());
  }

  private static byte[] random() {
    byte[] bytes = new byte[KeyDigest.LENGTH];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
