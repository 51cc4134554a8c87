package io.keystile.auth.keys;

/**
 * Thrown when nobody would be left who can manage keys with a key, and {@link
 * Confirmation#LAST_WAY_IN} was not given. Nothing was changed.
 *
 * @since 0.1
 */
public final class LastWayInException extends ConflictException {

  private static final long serialVersionUID = 1L;

  LastWayInException() {
    super(
        "Afterwards no usable key would have the scope keystile:admin. Make another one first, or"
            + " confirm this with LAST_WAY_IN.");
  }
}
