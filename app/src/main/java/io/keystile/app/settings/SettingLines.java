package io.keystile.app.settings;

import io.keystile.auth.management.SettingView;

/** Settings for people, one on a line. */
final class SettingLines {

  private SettingLines() {}

  static String of(SettingView setting) {
    String origin = setting.origin();
    String from = origin == null ? setting.source() : origin.replace('_', ' ');
    return setting.name()
        + " = "
        + (setting.value() == null ? "none" : setting.value())
        + "  ("
        + from
        + (setting.changeable() ? ")" : ", fixed)");
  }
}
