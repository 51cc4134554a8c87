package io.keystile.auth.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting as it stands in this process. Never a secret.
 *
 * @param info what is always true of it
 * @param value the value in force, or null when there is none
 * @param source where that comes from
 * @param origin which part of the configuration sets it, or null when it does not
 * @param warning what an operator should know about this value, or null
 * @since 0.1
 */
public record Setting(
    SettingInfo info,
    @Nullable String value,
    Source source,
    @Nullable Origin origin,
    @Nullable String warning) {

  /** Where an effective value comes from, the strongest first. */
  public enum Source {
    /** Command line, environment or configuration file: it cannot be changed at run time. */
    CONFIGURATION,
    /** Changed at run time, and kept in the store. */
    STORED,
    /** Nobody set it. */
    DEFAULT
  }

  /** The parts of the configuration, the strongest first. */
  public enum Origin {
    /** An option, a system property, or what the application's own code sets. */
    COMMAND_LINE("the command line"),
    /** An environment variable. */
    ENVIRONMENT("the environment"),
    /** A configuration file. */
    FILE("the configuration file");

    private final String text;

    Origin(String text) {
      this.text = text;
    }

    /** For a sentence. */
    public String text() {
      return text;
    }
  }

  /** The configuration key. */
  public String name() {
    return info.name();
  }

  /** Whether it can be changed at run time, here and now. */
  public boolean changeable() {
    return info.live() && source != Source.CONFIGURATION;
  }

  /** Why it cannot be changed at run time, or null when it can. */
  public @Nullable String fixedBecause() {
    if (!info.live()) {
      return "needs a restart; set it in the configuration";
    }
    return origin == null
        ? null
        : "set by " + origin.text() + "; change it there, or take it out there";
  }
}
