package io.keystile.app.console.settings;

/**
 * Whether the API asks for keys, and what would be different if it were the other way round.
 *
 * @param line the setting
 * @param usable whether there is a key that works
 * @param loopback whether only this machine can reach the server
 * @param openAllowed whether an operator allowed to be open to others
 * @param guarded how many routes ask for a key
 */
public record AuthenticationState(
    SettingLine line, boolean usable, boolean loopback, boolean openAllowed, long guarded) {

  /** Whether keys are asked for. */
  public boolean on() {
    return line.isOn();
  }

  /** Whether it can be switched off as far as the place where the server listens goes. */
  public boolean mayBeOff() {
    return loopback || openAllowed;
  }
}
