package io.keystile.auth.settings;

import org.jspecify.annotations.Nullable;

/**
 * Knows what an operator should be told about a value. Every bean of this type is asked whenever a
 * setting is shown or changed. Safe for several threads; may block.
 *
 * @since 0.1
 */
public interface SettingAdvice {

  /**
   * The advice.
   *
   * @param name the setting
   * @param value the value in force, or null when there is none
   * @return one sentence, or null when there is nothing to say
   */
  @Nullable String find(String name, @Nullable String value);
}
