package io.keystile.auth.web;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Which routes ask for a key.
 *
 * @param guard {@code annotated}: routes that carry the annotation; {@code all}: every route, and
 *     every path that is none, except public ones; default annotated
 * @param publicRoutes templates of routes that stay open under {@code all}, as {@code keystile
 *     routes} prints them; default none
 * @since 0.1
 */
@ConfigurationProperties("keystile")
public record GuardConfiguration(
    @OperatorSetting("Which routes ask for a key: annotated ones, or all.")
        @Bindable(defaultValue = "annotated")
        Mode guard,
    @OperatorSetting("Templates of routes that stay open where all ask for a key.")
        @Bindable(defaultValue = "")
        List<String> publicRoutes) {

  /** Every spelling that is read as {@link Mode#ALL}. */
  static final String ALL_PATTERN = "(?i)all";

  /** Which routes ask for a key. */
  public enum Mode {
    /** Those that carry the annotation. */
    ANNOTATED,
    /** All but the public ones. */
    ALL
  }

  public GuardConfiguration {
    publicRoutes = List.copyOf(publicRoutes);
  }
}
