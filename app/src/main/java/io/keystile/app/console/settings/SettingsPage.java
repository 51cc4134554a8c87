package io.keystile.app.console.settings;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import java.util.List;
import java.util.Map;

/**
 * All settings.
 *
 * @param authentication whether keys are asked for
 * @param groups the others, by what they belong to
 */
public record SettingsPage(
    AuthenticationState authentication, Map<SettingGroup, List<SettingLine>> groups)
    implements Page {

  @Override
  public String template() {
    return "settings/list.jte";
  }

  @Override
  public String title() {
    return Section.SETTINGS.label();
  }

  @Override
  public Section section() {
    return Section.SETTINGS;
  }
}
