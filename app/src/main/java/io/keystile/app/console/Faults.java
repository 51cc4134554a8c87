package io.keystile.app.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form: one sentence for each field. For one thread. */
public final class Faults {

  private final Map<String, String> messages = new LinkedHashMap<>();

  /** None so far. */
  public static Faults none() {
    return new Faults();
  }

  /** One. */
  public static Faults of(String field, String message) {
    return none().add(field, message);
  }

  /** Notes a fault; the first of a field stays. */
  public Faults add(String field, String message) {
    messages.putIfAbsent(field, message);
    return this;
  }

  /** Notes a fault unless the message is null. */
  public Faults addIf(String field, @Nullable String message) {
    return message == null ? this : add(field, message);
  }

  /** What is wrong with the field, or null. */
  public @Nullable String find(String field) {
    return messages.get(field);
  }

  /** All of them, by field. */
  public Map<String, String> all() {
    return Map.copyOf(messages);
  }

  public boolean isEmpty() {
    return messages.isEmpty();
  }
}
