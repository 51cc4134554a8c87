package io.keystile.auth.audit;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON in which every text is {@link Inert}. */
final class AuditJson {

  private final StringBuilder json = new StringBuilder();

  private AuditJson() {}

  /** The object, or null when it is empty. */
  static @Nullable String write(Map<String, ? extends @Nullable Object> values) {
    return values.isEmpty() ? null : new AuditJson().value(values).json.toString();
  }

  private AuditJson value(@Nullable Object value) {
    if (value == null || value instanceof Boolean || isPlainNumber(value)) {
      json.append(value);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Collection<?> list) {
      list(list);
    } else {
      text(value.toString());
    }
    return this;
  }

  private void object(Map<?, ?> map) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(separator);
      text(String.valueOf(entry.getKey()));
      json.append(':');
      value(entry.getValue());
      separator = ",";
    }
    json.append(map.isEmpty() ? "{}" : "}");
  }

  private void list(Collection<?> list) {
    String separator = "[";
    for (Object entry : list) {
      json.append(separator);
      value(entry);
      separator = ",";
    }
    json.append(list.isEmpty() ? "[]" : "]");
  }

  private void text(String text) {
    json.append('"');
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                json.append('\\');
              }
              Inert.append(json, point);
            });
    json.append('"');
  }

  private static boolean isPlainNumber(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }
}
