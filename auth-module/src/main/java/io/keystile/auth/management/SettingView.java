package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.settings.Setting;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it stands.
 *
 * @param name the configuration key
 * @param type what its value is
 * @param choices the words that there are, where it is one of a few
 * @param value the value in force, as a configuration spells it
 * @param defaultValue the value when nobody sets it
 * @param source where the value comes from, the strongest first
 * @param origin which part of the configuration sets it
 * @param changeable whether it can be changed at run time
 * @param fixedBecause why not
 * @param description what it does
 * @param warning what an operator should know about this value
 */
@Serdeable
@Schema(name = "Setting")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SettingView(
    String name,
    String type,
    List<String> choices,
    @Nullable String value,
    @Nullable String defaultValue,
    @Schema(
            type = "string",
            allowableValues = {"configuration", "stored", "default"})
        String source,
    @Nullable String origin,
    boolean changeable,
    @Nullable String fixedBecause,
    String description,
    @Nullable String warning) {

  /**
   * All settings.
   *
   * @param items the settings, by their names
   * @param nextCursor always null: they come on one page
   */
  @Serdeable
  @Schema(name = "Settings")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Items(List<SettingView> items, @Nullable String nextCursor) {

    /** These settings. */
    public static Items of(List<Setting> settings) {
      return new Items(settings.stream().map(SettingView::of).toList(), null);
    }
  }

  /** The setting. */
  public static SettingView of(Setting setting) {
    return new SettingView(
        setting.name(),
        setting.info().type().text(),
        setting.info().choices(),
        setting.value(),
        setting.info().defaultValue(),
        word(setting.source()),
        setting.origin() == null ? null : word(setting.origin()),
        setting.changeable(),
        setting.fixedBecause(),
        setting.info().description(),
        setting.warning());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
