package io.keystile.auth.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is always true of a setting.
 *
 * @param name the configuration key
 * @param description what it does, in one sentence
 * @param type what its value is
 * @param choices the words of a choice; empty for any other type
 * @param defaultValue its value when nobody sets it, or null when it has none then
 * @param live whether it can be changed at run time, as far as the configuration leaves it open; a
 *     change is in force at the next request
 * @since 0.1
 */
public record SettingInfo(
    String name,
    String description,
    SettingType type,
    List<String> choices,
    @Nullable String defaultValue,
    boolean live) {

  public SettingInfo {
    choices = List.copyOf(choices);
  }
}
