package io.keystile.auth.settings;

/**
 * A setting as it stands.
 *
 * @param name the configuration key
 * @param value its effective value
 * @param source where that comes from
 * @since 0.1
 */
public record Setting(String name, String value, Source source) {

  /** Where an effective value comes from, the strongest first. */
  public enum Source {
    /** Command line, environment or configuration file: it cannot be changed at run time. */
    CONFIGURATION,
    /** Changed at run time, and kept in the store. */
    STORED,
    /** Nobody set it. */
    DEFAULT
  }

  /** Whether it can be changed at run time. */
  public boolean changeable() {
    return source != Source.CONFIGURATION;
  }
}
