package io.keystile.auth.settings;

import io.keystile.auth.KeystileException;

/**
 * Thrown when there is no setting with the name that operators can see.
 *
 * @since 0.1
 */
public final class SettingNotFoundException extends KeystileException {

  private static final long serialVersionUID = 1L;

  SettingNotFoundException(String name) {
    super("There is no setting " + name + "; list them to see their names.", null);
  }
}
