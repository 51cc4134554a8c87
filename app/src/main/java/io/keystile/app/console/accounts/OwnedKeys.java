package io.keystile.app.console.accounts;

import io.keystile.auth.keys.ManagedKey;
import java.util.List;

/**
 * Keys of an account.
 *
 * @param items those used most, as many as one page of the store has
 * @param more whether there are others
 */
public record OwnedKeys(List<ManagedKey> items, boolean more) {}
