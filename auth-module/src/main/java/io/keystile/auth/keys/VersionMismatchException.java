package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;

/**
 * Thrown when a key is not the version that its changer had looked at. Nothing was changed.
 *
 * @since 0.1
 */
public final class VersionMismatchException extends ConflictException {

  private static final long serialVersionUID = 1L;

  VersionMismatchException(ApiKeyId id, long expected, long present) {
    super(
        "The key "
            + id
            + " has the version "
            + present
            + ", not "
            + expected
            + ": somebody changed it meanwhile; look at it and try again.");
  }
}
