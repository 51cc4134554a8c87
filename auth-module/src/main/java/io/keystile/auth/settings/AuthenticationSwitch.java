package io.keystile.auth.settings;

import io.keystile.auth.annotation.OperatorSetting;
import io.keystile.auth.audit.AuditAction;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.scheduling.annotation.Scheduled;
import java.util.Map;
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

  /** The setting's name. */
  public static final String NAME = "keystile.enabled";

  private static final Logger LOG = LoggerFactory.getLogger(AuthenticationSwitch.class);
  private static final String OFF = "false";
  private static final String EXPOSED =
      "Authentication cannot be off while the server listens beyond this machine. Listen on"
          + " 127.0.0.1, or allow it with --allow-open (keystile.allow-open=true).";

  private final @Nullable Boolean configured;
  private final StoredSettings stored;
  private final ListenAddress listen;
  private @Nullable String seen;
  private volatile boolean on;

  AuthenticationSwitch(
      @Property(name = "keystile.enabled")
          @OperatorSetting(
              value = "Whether the API asks for keys; the management API always does.",
              live = true,
              whenUnset = "true")
          @Nullable Boolean configured,
      StoredSettings stored,
      ListenAddress listen) {
    this.configured = configured;
    this.stored = stored;
    this.listen = listen;
    this.on = configured == null || configured;
    if (!on && isExposed()) {
      throw new ConfigurationException(EXPOSED);
    }
    stored.follow(this::refresh);
    warn();
  }

  /** Whether keys are asked for. */
  public boolean isOn() {
    return on;
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
    if (!on && isExposed() && configured == null) {
      throw new SettingRefusedException(EXPOSED);
    }
    put(String.valueOf(on), on);
  }

  /** Takes the stored switch away: keys are asked for. */
  void reset() {
    put(null, true);
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "1h")
  void warn() {
    if (!isOn()) {
      LOG.warn("Authentication is OFF: every request to the API is accepted without a key");
    }
  }

  private void put(@Nullable String value, boolean on) {
    if (configured != null) {
      throw new SettingRefusedException(
          NAME + " is set by the configuration; change it there and start again.");
    }
    stored.put(AuditAction.AUTHENTICATION_SWITCH, NAME, value, rows -> {});
    LOG.warn("Authentication was switched {}", on ? "on" : "off");
  }

  /** What another process stored while we are exposed, and what cannot be read, is not off. */
  private void refresh(Map<String, String> rows) {
    String value = rows.get(NAME);
    if (value != null && !value.equals(seen) && !value.matches("true|false")) {
      LOG.error("The stored setting {} cannot be used; keys are asked for. Set it again.", NAME);
    }
    seen = value;
    on = configured == null ? !OFF.equals(value) || isExposed() : configured;
  }

  private boolean isExposed() {
    return !listen.isLoopback() && !listen.isOpenAllowed();
  }
}
