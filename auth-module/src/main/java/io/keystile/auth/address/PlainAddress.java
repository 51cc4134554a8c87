package io.keystile.auth.address;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the common forms of an address. Of all other text it says nothing. */
final class PlainAddress {

  private static final int BYTES = 4;
  private static final int GROUPS = 8;
  private static final int[] NONE = {};

  private PlainAddress() {}

  /**
   * The address, or null when the text is another form of one, or none.
   *
   * @param text of ASCII letters and digits, dots and colons only
   */
  static @Nullable ClientIp find(String text) {
    return text.indexOf(':') < 0 ? findIpv4(text) : findIpv6(text);
  }

  private static @Nullable ClientIp findIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    int bits = 0;
    for (String part : parts) {
      int value = number(part, 10, 3);
      boolean padded = part.length() > 1 && part.charAt(0) == '0';
      if (value < 0 || value > 0xFF || padded) {
        return null;
      }
      bits = bits << 8 | value;
    }
    return parts.length == BYTES ? ClientIp.ofIpv4(bits) : null;
  }

  private static @Nullable ClientIp findIpv6(String text) {
    int gap = text.indexOf("::");
    int[] head = groups(gap < 0 ? text : text.substring(0, gap));
    int[] tail = gap < 0 ? NONE : groups(text.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int left = GROUPS - head.length - tail.length;
    // Whether a gap may stand for one group is not for here to say.
    return (gap < 0 ? left == 0 : left > 1) ? join(head, left, tail) : null;
  }

  private static int @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      groups[i] = number(parts[i], 16, 4);
      if (groups[i] < 0) {
        return null;
      }
    }
    return groups;
  }

  private static ClientIp join(int[] head, int zeros, int[] tail) {
    ByteBuffer bytes = ByteBuffer.allocate(GROUPS * Short.BYTES);
    for (int group : head) {
      bytes.putShort((short) group);
    }
    bytes.position(bytes.position() + zeros * Short.BYTES);
    for (int group : tail) {
      bytes.putShort((short) group);
    }
    return ClientIp.of(bytes.array());
  }

  /** The number, or -1 when there is none. */
  private static int number(String digits, int radix, int most) {
    int number = digits.isEmpty() || digits.length() > most ? -1 : 0;
    for (int i = 0; i < digits.length() && number >= 0; i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      number = digit < 0 ? -1 : number * radix + digit;
    }
    return number;
  }
}
