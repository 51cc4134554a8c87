package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.verify.BenchKeys;

/** Keys as the store would read them, without the store. */
public final class BenchRows {

  private static final String RANDOM = "0123456789ABCDEFGHJKMNPQRS";

  private final KeyMapper mapper;

  /** Those of the store's mapper. */
  public BenchRows(BenchKeys keys) {
    this.mapper = keys.bean(KeyMapper.class);
  }

  /** A key with a name, a hint and two scopes of its own. */
  public StoredKey read(int number, KeyDigest digest) {
    KeyRow row =
        new KeyRow(
            KeyIdText.of(number),
            "key number " + number,
            null,
            "ks_…" + Integer.toHexString(0x1000 + number % 0xE000),
            digest,
            "",
            new String("chat:write models:read"),
            true,
            false,
            1_700_000_000_000L + number,
            null,
            null,
            1,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            null,
            null,
            null);
    return mapper.toStored(row, null, digest);
  }

  /** Ids as long as real ones. */
  private static final class KeyIdText {

    static String of(int number) {
      String digits = Integer.toString(number);
      return "key_" + RANDOM.substring(digits.length()) + digits;
    }
  }
}
