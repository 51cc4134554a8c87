package io.keystile.auth.policy;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;

/**
 * A refusal of a key that was found: every check can be asked again what it compared.
 *
 * @param key as it stood then
 * @param call what it was presented for
 * @since 0.1
 */
public record Judged(StoredKey key, Call call) implements Verdict.Evidence {}
