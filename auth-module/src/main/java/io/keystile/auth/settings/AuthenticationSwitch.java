package io.keystile.auth.settings;

import io.keystile.auth.audit.AuditAction;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.scheduling.annotation.Scheduled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether keys are asked for at all. On, unless the configuration ({@code keystile.enabled}) or,
 * where that is silent, the stored switch says off. It cannot be off while others than this machine
 * can reach the server, unless that was allowed. Safe for several threads.
 *
 * @since 0.1
 */
@Context
public final class AuthenticationSwitch {

  static final String NAME = "keystile.enabled";

  private static final Logger LOG = LoggerFactory.getLogger(AuthenticationSwitch.class);
  private static final String EXPOSED =
      "Authentication cannot be off while the server listens beyond this machine. Listen on"
          + " 127.0.0.1, or allow it with --allow-open (keystile.allow-open=true).";

  private final @Nullable Boolean configured;
  private final StoredSettings stored;
  private final ListenAddress listen;

  AuthenticationSwitch(
      @Property(name = "keystile.enabled") @Nullable Boolean configured,
      StoredSettings stored,
      ListenAddress listen) {
    this.configured = configured;
    this.stored = stored;
    this.listen = listen;
    if (!isOn() && isExposed()) {
      throw new ConfigurationException(EXPOSED);
    }
    warn();
  }

  /** Whether keys are asked for. */
  public boolean isOn() {
    if (configured != null) {
      return configured;
    }
    String value = stored.find(NAME);
    // A switch that another process stored while we are exposed does not count here.
    return value == null || Boolean.parseBoolean(value) || isExposed();
  }

  /** The switch as a setting. */
  public Setting setting() {
    Setting.Source source =
        configured != null
            ? Setting.Source.CONFIGURATION
            : stored.find(NAME) != null ? Setting.Source.STORED : Setting.Source.DEFAULT;
    return new Setting(NAME, String.valueOf(isOn()), source);
  }

  /**
   * Switches at run time, in force at the next request.
   *
   * @throws SettingRefusedException when the configuration decides, or when it would leave the
   *     server open to others
   * @throws io.keystile.auth.KeystileException when the store or the audit log cannot be written;
   *     nothing was switched
   */
  public void set(boolean on) {
    if (configured != null) {
      throw new SettingRefusedException(
          NAME + " is set by the configuration; change it there and start again.");
    }
    if (!on && isExposed()) {
      throw new SettingRefusedException(EXPOSED);
    }
    stored.put(AuditAction.AUTHENTICATION_SWITCH, NAME, String.valueOf(on));
    LOG.warn("Authentication was switched {}", on ? "on" : "off");
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "1h")
  void warn() {
    if (!isOn()) {
      LOG.warn("Authentication is OFF: every request to the API is accepted without a key");
    }
  }

  private boolean isExposed() {
    return !listen.isLoopback() && !listen.isOpenAllowed();
  }
}
