package io.keystile.auth.settings;

import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.settings.Setting.Source;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that operators can see and, where the configuration leaves them open, change at run
 * time. A change is in force at the next request here when the method returns, and within a second
 * in other processes on the same store; it survives a restart and stands in the audit log. Secrets
 * are not among them. Safe for several threads; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class Settings {

  /** The most characters a stored value may have. */
  public static final int MAX_LENGTH = 65_536;

  private final SettingCatalog catalog;
  private final SettingSources sources;
  private final SettingReader reader;
  private final LiveConfigurations configurations;
  private final StoredSettings stored;
  private final AuthenticationSwitch authentication;
  private final List<SettingAdvice> advice;

  Settings(
      SettingCatalog catalog,
      SettingSources sources,
      SettingReader reader,
      LiveConfigurations configurations,
      StoredSettings stored,
      AuthenticationSwitch authentication,
      List<SettingAdvice> advice) {
    this.catalog = catalog;
    this.sources = sources;
    this.reader = reader;
    this.configurations = configurations;
    this.stored = stored;
    this.authentication = authentication;
    this.advice = advice;
  }

  /** Every setting as it stands, by its name. */
  public List<Setting> list() {
    return catalog.all().stream().map(this::view).toList();
  }

  /**
   * The setting as it stands.
   *
   * @throws SettingNotFoundException when there is none with this name
   */
  public Setting get(String name) {
    return view(catalog.get(name));
  }

  /**
   * Changes a setting.
   *
   * @param value in any form that the configuration takes
   * @return the setting as it stands now
   * @throws SettingNotFoundException when there is none with this name
   * @throws SettingRefusedException when the configuration decides, when it needs a restart, or
   *     when the value would stop a start; nothing was changed
   * @throws io.keystile.auth.KeystileException when the store or the audit log cannot be written;
   *     nothing was changed
   */
  public Setting set(String name, String value) {
    KnownSetting known = changeable(name);
    String text = read(known, value);
    if (isSwitch(known)) {
      authentication.set(Boolean.parseBoolean(text));
    } else {
      put(known, text);
    }
    return view(known);
  }

  /**
   * Takes the stored value away, so that the default is in force again.
   *
   * @return the setting as it stands now
   * @throws SettingNotFoundException when there is none with this name
   * @throws SettingRefusedException when the configuration decides, when it needs a restart, or
   *     when another stored value does not fit to the default; nothing was changed
   * @throws io.keystile.auth.KeystileException when the store or the audit log cannot be written;
   *     nothing was changed
   */
  public Setting reset(String name) {
    KnownSetting known = changeable(name);
    if (isSwitch(known)) {
      authentication.reset();
    } else {
      put(known, null);
    }
    return view(known);
  }

  private KnownSetting changeable(String name) {
    KnownSetting known = catalog.get(name);
    String fixed = view(known).fixedBecause();
    if (fixed != null) {
      throw new SettingRefusedException(name + " cannot be changed here: " + fixed + ".");
    }
    return known;
  }

  private String read(KnownSetting known, String value) {
    if (value.length() > MAX_LENGTH) {
      throw new SettingRefusedException(
          known.name() + " must have at most " + MAX_LENGTH + " characters.");
    }
    return reader
        .read(known.argument(), value.strip())
        .map(read -> SettingReader.write(read, value))
        .orElseThrow(
            () ->
                new SettingRefusedException(
                    known.name() + " cannot be read: it is " + form(known.info()) + "."));
  }

  private static String form(SettingInfo info) {
    return switch (info.type()) {
      case BOOLEAN -> "true or false";
      case INTEGER -> "a whole number";
      case DECIMAL -> "a number such as 2.0";
      case DURATION -> "a span of time such as 30s, 15m, 12h or 7d";
      case LIST -> "a list, separated by commas";
      case CHOICE -> "one of: " + String.join(", ", info.choices());
      case TEXT -> "a text";
    };
  }

  private void put(KnownSetting known, @Nullable String text) {
    LiveGroup<?> group = configurations.groupOf(known.name());
    stored.put(
        AuditAction.SETTING_CHANGE,
        known.name(),
        text,
        rows -> group.require(rows, known.name(), text));
  }

  private Setting view(KnownSetting known) {
    if (sources.isConfigured(known)) {
      String value = sources.find(known).orElse(known.info().defaultValue());
      return new Setting(
          known.info(), value, Source.CONFIGURATION, sources.originOf(known), advice(known, value));
    }
    String text = known.info().live() ? stored.find(known.name()) : null;
    String value = text == null ? known.info().defaultValue() : inForce(known);
    Source source = text == null ? Source.DEFAULT : Source.STORED;
    String warning =
        Objects.equals(text, value) || text == null
            ? advice(known, value)
            : "what is stored cannot be used here; this is in force instead";
    return new Setting(known.info(), value, source, null, warning);
  }

  private @Nullable String inForce(KnownSetting known) {
    if (isSwitch(known)) {
      return String.valueOf(authentication.isOn());
    }
    String text = configurations.groupOf(known.name()).findInForce(known.name());
    return text == null ? known.info().defaultValue() : text;
  }

  private @Nullable String advice(KnownSetting known, @Nullable String value) {
    return advice.stream()
        .map(adviser -> adviser.find(known.name(), value))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean isSwitch(KnownSetting known) {
    return known.name().equals(AuthenticationSwitch.NAME);
  }
}
