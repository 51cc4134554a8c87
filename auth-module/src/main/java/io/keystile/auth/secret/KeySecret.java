package io.keystile.auth.secret;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Guarantees that the text of a key is not printed, compared or serialised by accident. The only
 * way to the text is {@link #exposeText()}, so that every use can be found by its name.
 *
 * <p>Immutable and safe for several threads.
 *
 * @since 0.1
 */
public final class KeySecret {

  private final String source;
  private final int start;
  private final int end;

  private KeySecret(String source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** Wraps any text; whether it can be a key is for {@link KeyFormat} to say. */
  public static KeySecret of(String text) {
    return new KeySecret(text, 0, text.length());
  }

  /**
   * Wraps a part of a longer text, such as a header, without a copy of it.
   *
   * @param start where the key begins
   * @param end where it is over
   * @throws IndexOutOfBoundsException when there is no such part
   */
  public static KeySecret within(String source, int start, int end) {
    Objects.checkFromToIndex(start, end, source.length());
    return new KeySecret(source, start, end);
  }

  /** The key itself. Call it only to hand the key to its holder, once. */
  public String exposeText() {
    return source.substring(start, end);
  }

  /** How many characters the key has. */
  public int length() {
    return end - start;
  }

  byte[] bytes() {
    return exposeText().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes the same bytes as {@link #bytes} to the start of the buffer.
   *
   * @return false when the key has other characters than ASCII, or does not fit; the buffer then
   *     holds anything
   */
  boolean writeAscii(byte[] buffer) {
    int length = end - start;
    if (length > buffer.length) {
      return false;
    }
    int seen = 0;
    for (int i = 0; i < length; i++) {
      char c = source.charAt(start + i);
      seen |= c;
      buffer[i] = (byte) c;
    }
    return seen < 0x80;
  }

  /**
   * The next characters, eight at most, as the bytes of a number, the first of them lowest.
   *
   * @return a negative number when there are others than ASCII among them
   */
  long asciiWord(int at) {
    int from = start + at;
    if (end - from >= Long.BYTES) {
      long low = asciiHalf(from);
      long high = asciiHalf(from + Integer.BYTES);
      return high << Integer.SIZE | low;
    }
    long word = 0;
    int seen = 0;
    for (int i = from; i < end; i++) {
      char c = source.charAt(i);
      seen |= c;
      word |= (long) c << (Byte.SIZE * (i - from));
    }
    return seen < 0x80 ? word : -1;
  }

  // Without a loop, since it is run for every request.
  private long asciiHalf(int from) {
    char a = source.charAt(from);
    char b = source.charAt(from + 1);
    char c = source.charAt(from + 2);
    char d = source.charAt(from + 3);
    return (a | b | c | d) < 0x80 ? a | b << 8 | c << 16 | d << 24 : -1;
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "KeySecret[hidden]";
  }
}
