package io.keystile.auth.web;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request may carry its key.
 *
 * @param order the places in the order they are looked at: {@code bearer}, {@code header}, {@code
 *     query}; a place that is not named is not looked at; default all three
 * @param headers headers that hold nothing but the key; default {@code X-API-Key}
 * @param query whether the {@code api_key} query parameter is looked at; default false, because
 *     URLs end up in logs
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile.reading")
public record ReadingConfiguration(
    @OperatorSetting(
            value =
                "The places that may hold a key, in their order: bearer, header, query; others are"
                    + " not looked at.",
            live = true)
        @Bindable(defaultValue = "bearer,header,query")
        List<String> order,
    @OperatorSetting(value = "Headers that hold nothing but the key.", live = true)
        @Bindable(defaultValue = "X-API-Key")
        List<String> headers,
    @OperatorSetting(
            value = "Whether the api_key query parameter is looked at; URLs end up in logs.",
            live = true)
        @Bindable(defaultValue = "false")
        boolean query) {

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final List<String> PLACES = List.of("bearer", "header", "query");

  /**
   * Refuses unknown places and header names that cannot be.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public ReadingConfiguration {
    order = order.stream().map(String::strip).toList();
    headers = headers.stream().map(String::strip).toList();
    if (order.isEmpty() || !PLACES.containsAll(order)) {
      throw new IllegalArgumentException(
          "keystile.reading.order must name at least one of: bearer, header, query");
    }
    if (!headers.stream().allMatch(name -> HEADER.matcher(name).matches())) {
      throw new IllegalArgumentException("keystile.reading.headers must be header names");
    }
  }
}
