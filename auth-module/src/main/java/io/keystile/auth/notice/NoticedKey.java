package io.keystile.auth.notice;

import io.keystile.auth.ApiKeyId;
import org.jspecify.annotations.Nullable;

/**
 * The key that a notice is about.
 *
 * @param id the key's id
 * @param name the name a person gave it
 * @param hint prefix and last four characters, or the prefix alone
 * @param owner the account that owns it, or null when it stands alone
 * @since 0.1
 */
public record NoticedKey(ApiKeyId id, String name, String hint, @Nullable String owner) {}
