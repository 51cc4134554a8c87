package io.keystile.app.console.audit;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.audit.AuditRecord;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for what rows of the audit log hold. */
public final class AuditWords {

  /** What can be done, as the log names it; an application's own actions come on top. */
  public static final List<String> ACTIONS =
      List.of(
          "key.issue",
          "key.import",
          "key.change",
          "key.enable",
          "key.disable",
          "key.rotate",
          "key.reveal",
          "key.delete",
          "account.create",
          "account.change",
          "account.enable",
          "account.disable",
          "account.delete",
          "setting.change",
          "authentication.switch",
          "address.unblock",
          "console.sign_in",
          "console.password_change",
          "console.user_create",
          "console.user_change",
          "console.user_delete",
          "management.refuse",
          "audit.prune",
          "audit.head");

  private AuditWords() {}

  /** A name of the log with blanks between its words. */
  public static String spaced(String name) {
    return name.replace('_', ' ');
  }

  /** The path of the page of what a row is about, or null where there is none. */
  public static @Nullable String path(String target) {
    try {
      return target.startsWith(ApiKeyId.PREFIX)
          ? "/console/keys/" + new ApiKeyId(target).value()
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A value in words. */
  public static String value(@Nullable Object value) {
    if (value == null) {
      return "–";
    }
    if (value instanceof Collection<?> values) {
      return values.isEmpty()
          ? "none"
          : values.stream().map(AuditWords::value).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> values) {
      return values.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    String text = value.toString();
    return text.isEmpty() ? "empty" : text;
  }

  /** What a row changed, in a line: a single change with both values, else what it is about. */
  public static String summary(AuditRecord row) {
    Set<String> names = new LinkedHashSet<>(row.after().keySet());
    names.addAll(row.before().keySet());
    if (names.size() != 1) {
      return String.join(", ", names);
    }
    String name = names.iterator().next();
    String after = value(row.after().get(name));
    return row.before().containsKey(name)
        ? name + ": " + value(row.before().get(name)) + " → " + after
        : name + ": " + after;
  }

  /** The text, or its beginning when it has more than so many characters. */
  public static String clipped(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
