package io.keystile.auth.secret;

/**
 * SipHash-2-4 with a result of 128 bits: Aumasson and Bernstein, "SipHash: a fast short-input PRF",
 * 2012, and their reference code. For one text and one thread.
 */
final class SipHash {

  private long v0;
  private long v1;
  private long v2;
  private long v3;

  /** Begins with the two halves of the key, each read with its lowest byte first. */
  SipHash(long key0, long key1) {
    v0 = key0 ^ 0x736f_6d65_7073_6575L;
    v1 = key1 ^ 0x646f_7261_6e64_6f6dL ^ 0xee;
    v2 = key0 ^ 0x6c79_6765_6e65_7261L;
    v3 = key1 ^ 0x7465_6462_7974_6573L;
  }

  /** Takes the next eight bytes, or in the end those that are left below the length. */
  void add(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  /** The first half of the result; to be asked for before the second. */
  long first() {
    v2 ^= 0xee;
    return half();
  }

  /** The second half of the result. */
  long second() {
    v1 ^= 0xdd;
    return half();
  }

  private long half() {
    round();
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
