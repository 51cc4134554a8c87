package io.keystile.app.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of a path of ours. */
public final class QueryString {

  private QueryString() {}

  /**
   * With a question mark before it; values that are empty are left out, and so is a query of none.
   */
  public static String of(Map<String, String> values) {
    String query =
        values.entrySet().stream()
            .filter(value -> !value.getValue().isEmpty())
            .map(value -> value.getKey() + "=" + encode(value.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  /** As our own paths may be written. */
  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("*", "%2A");
  }
}
