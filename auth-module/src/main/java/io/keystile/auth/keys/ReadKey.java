package io.keystile.auth.keys;

import io.keystile.auth.ApiKey;

/** A key as it was read from the store or the environment. */
record ReadKey(ApiKey key, int generation, Standing standing, long expiresAt, Rules rules)
    implements StoredKey {

  ReadKey {
    standing = standing.equals(Standing.ALWAYS) ? Standing.ALWAYS : standing;
  }
}
