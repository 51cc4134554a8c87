package io.keystile.auth.settings;

import io.keystile.auth.KeystileException;

/**
 * Thrown when a setting cannot be changed here and now; nothing was changed.
 *
 * @since 0.1
 */
public final class SettingRefusedException extends KeystileException {

  private static final long serialVersionUID = 1L;

  SettingRefusedException(String message) {
    super(message, null);
  }
}
