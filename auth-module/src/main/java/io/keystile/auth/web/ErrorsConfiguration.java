package io.keystile.auth.web;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How refusals look.
 *
 * @param format {@code openai} for the error body of the OpenAI API, {@code problem} for RFC 9457;
 *     a request that accepts {@code application/problem+json} gets the latter either way; default
 *     openai
 * @param realm the realm in {@code WWW-Authenticate}; default keystile
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile.errors")
public record ErrorsConfiguration(
    @OperatorSetting(
            value = "The body of a refusal: openai for the OpenAI API's, problem for RFC 9457.",
            live = true)
        @Bindable(defaultValue = "openai")
        Format format,
    @OperatorSetting(value = "The realm in the WWW-Authenticate header of a refusal.", live = true)
        @Bindable(defaultValue = "keystile")
        String realm) {

  /** The form of an error body. */
  public enum Format {
    /** The OpenAI API's. */
    OPENAI,
    /** RFC 9457. */
    PROBLEM
  }

  /**
   * Refuses a realm that cannot stand in a header.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public ErrorsConfiguration {
    if (!realm.matches("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}")) {
      throw new IllegalArgumentException(
          "keystile.errors.realm must be 1 to 100 ASCII characters without quotes or backslashes");
    }
  }
}
