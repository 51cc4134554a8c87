package io.keystile.auth.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTaggerTest {

  /** Key and texts as in the reference code: 00 01 02 and so on. The results are OpenSSL's. */
  @ParameterizedTest
  @CsvSource({
    "0, a3817f04ba25a8e66df67214c7550293",
    "1, da87c1d86b99af44347659119b22fc45",
    "7, a1f1ebbed8dbc153c0b84aa61ff08239",
    "8, 3b62a9ba6258f5610f83e264f31497b4",
    "15, 5493e99933b0a8117e08ec0f97cfc3d9",
    "16, 6ee2a4ca67b054bbfd3315bf85230577",
    "40, df6a301e95c95dad97ae0cc8c6913bd8",
    "63, 5150d1772f50834a503e069a973fbd7c",
    "200, 40b6a1e9c2a15d66f75271816a185c88",
    "300, 0e920801e0341a56f76a899dec83ccee"
  })
  void isSipHash(int length, String expected) {
    KeyTagger tagger = new KeyTagger(0x0706_0504_0302_0100L, 0x0f0e_0d0c_0b0a_0908L);
    String text = text(length);
    assertEquals(expected, hex(tagger.tag(KeySecret.of(text))));
    assertEquals(
        expected, hex(tagger.tag(KeySecret.within("Bearer " + text + " ", 7, 7 + length))));
  }

  @Test
  void differsFromProcessToProcess() {
    KeySecret secret = KeySecret.of("the same text");
    KeyTagger tagger = KeyTagger.random();
    assertEquals(tagger.tag(secret), tagger.tag(secret));
    assertNotEquals(tagger.tag(secret), KeyTagger.random().tag(secret));
  }

  @Test
  void makesNoneForOtherCharactersThanAscii() {
    KeyTagger tagger = KeyTagger.random();
    String text = "k".repeat(21);
    for (int i = 0; i < text.length(); i++) {
      for (char other : new char[] {'\u0080', '\u00eb', '\u016b', '\u6b6b', '\ud800'}) {
        String almost = text.substring(0, i) + other + text.substring(i + 1);
        assertNull(tagger.tag(KeySecret.of(almost)), almost);
      }
    }
    assertNotNull(tagger.tag(KeySecret.of("\u007f".repeat(21))));
  }

  @Test
  void hidesTags() {
    assertEquals("KeyTag[hidden]", new KeyTag(1, 2).toString());
  }

  private static String text(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i & 0x7f);
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static String hex(@Nullable KeyTag tag) {
    assertNotNull(tag);
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    return HexFormat.of().formatHex(bytes.putLong(tag.first()).putLong(tag.second()).array());
  }
}
