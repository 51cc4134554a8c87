package io.keystile.auth.secret;

import java.nio.ByteBuffer;

/**
 * The 256-bit digest under which a key is stored and found. Equality takes the same time wherever
 * two digests differ.
 *
 * @since 0.1
 */
public final class KeyDigest {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final long a;
  private final long b;
  private final long c;
  private final long d;

  private KeyDigest(long a, long b, long c, long d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /**
   * The digest that was stored as these bytes.
   *
   * @throws IllegalArgumentException when there are not 32 bytes
   */
  public static KeyDigest of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A digest has 32 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new KeyDigest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  /** The digest as stored. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyDigest that
        && ((a ^ that.a) | (b ^ that.b) | (c ^ that.c) | (d ^ that.d)) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(a);
  }

  @Override
  public String toString() {
    return "KeyDigest[hidden]";
  }
}
