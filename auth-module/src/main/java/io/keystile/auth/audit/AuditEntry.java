package io.keystile.auth.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was done to what. The values are texts, numbers, booleans, null, lists and maps of these;
 * anything else is written as its text. They never hold a secret.
 *
 * @param action one of {@link AuditAction}, or the application's own in that form
 * @param target the id or name of what was changed
 * @param before what it was, as far as it changed; empty when it was not there
 * @param after what it is, as far as it changed; empty when it is gone
 * @since 0.1
 */
public record AuditEntry(
    String action,
    String target,
    Map<String, ? extends @Nullable Object> before,
    Map<String, ? extends @Nullable Object> after) {

  public AuditEntry {
    if (action.isBlank()) {
      throw new IllegalArgumentException("action must not be blank");
    }
    before = copy(before, name -> true);
    after = copy(after, name -> true);
  }

  /** Something was done that leaves no values behind. */
  public static AuditEntry noted(String action, String target) {
    return new AuditEntry(action, target, Map.of(), Map.of());
  }

  /** Something is there now. */
  public static AuditEntry added(
      String action, String target, Map<String, ? extends @Nullable Object> after) {
    return new AuditEntry(action, target, Map.of(), after);
  }

  /** Something is gone. */
  public static AuditEntry removed(
      String action, String target, Map<String, ? extends @Nullable Object> before) {
    return new AuditEntry(action, target, before, Map.of());
  }

  /** Something is otherwise than it was; values that are the same are left out. */
  public static AuditEntry changed(
      String action,
      String target,
      Map<String, ? extends @Nullable Object> before,
      Map<String, ? extends @Nullable Object> after) {
    Predicate<String> differs = name -> !Objects.equals(before.get(name), after.get(name));
    return new AuditEntry(action, target, copy(before, differs), copy(after, differs));
  }

  private static Map<String, @Nullable Object> copy(
      Map<String, ? extends @Nullable Object> values, Predicate<String> wanted) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (wanted.test(name)) {
            copy.put(name, value);
          }
        });
    return Collections.unmodifiableMap(copy);
  }
}
