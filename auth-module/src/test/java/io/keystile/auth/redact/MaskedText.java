package io.keystile.auth.redact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text of which this process keeps no readable copy. */
final class MaskedText {

  private static final byte MASK = (byte) 0xa5;

  private final byte[] masked;

  private MaskedText(byte[] masked) {
    this.masked = masked;
  }

  static MaskedText of(String text) {
    return new MaskedText(xor(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The text between two others, to be wiped by the caller. */
  byte[] between(String before, String after) {
    byte[] first = before.getBytes(StandardCharsets.ISO_8859_1);
    byte[] last = after.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(first, first.length + masked.length + last.length);
    for (int i = 0; i < masked.length; i++) {
      all[first.length + i] = (byte) (masked[i] ^ MASK);
    }
    System.arraycopy(last, 0, all, first.length + masked.length, last.length);
    return all;
  }

  /** What is enough to recognise it by, in this encoding. */
  byte[] end(Charset charset) {
    String text = new String(xor(masked), StandardCharsets.ISO_8859_1);
    return text.substring(text.length() - 16).getBytes(charset);
  }

  private static byte[] xor(byte[] bytes) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = (byte) (bytes[i] ^ MASK);
    }
    return result;
  }
}
