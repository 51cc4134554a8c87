package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.audit.AuditEntry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts changes of keys into the words of the audit log and of the events. */
@Singleton
final class KeyDescriptions {

  private final KeyMapper mapper;
  private final AccountRepository accounts;

  KeyDescriptions(KeyMapper mapper, AccountRepository accounts) {
    this.mapper = mapper;
    this.accounts = accounts;
  }

  /** What was done to one key; to be called in the transaction that did it. */
  KeyChange describe(String action, @Nullable KeyRow before, @Nullable KeyRow after) {
    KeyRow row = Objects.requireNonNull(after == null ? before : after);
    AuditEntry entry =
        AuditEntry.changed(
            action,
            row.id(),
            before == null ? Map.of() : values(before),
            after == null ? Map.of() : values(after));
    return new KeyChange(
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
            .flatMap(Optional::stream)
            .flatMap(KeyColumns::digests)
            .distinct()
            .toList(),
        List.of(entry),
        event(action, managed(row)).stream().toList());
  }

  ManagedKey managed(KeyRow row) {
    String owner = row.owner();
    return mapper.toManaged(row, owner == null ? null : accounts.findById(owner).orElse(null));
  }

  private static Optional<KeyEvent> event(String action, ManagedKey key) {
    return switch (action) {
      case AuditAction.KEY_ISSUE -> Optional.of(new KeyIssued(key));
      case AuditAction.KEY_CHANGE -> Optional.of(new KeyChanged(key));
      case AuditAction.KEY_ENABLE -> Optional.of(new KeyEnabled(key));
      case AuditAction.KEY_DISABLE -> Optional.of(new KeyRevoked(key, false));
      case AuditAction.KEY_DELETE -> Optional.of(new KeyRevoked(key, true));
      case AuditAction.KEY_ROTATE -> Optional.of(new KeyRotated(key));
      default -> Optional.empty();
    };
  }

  /** In the names of the JSON of keys; what is not set is left out. */
  private Map<String, Object> values(KeyRow row) {
    KeySettings settings = mapper.settings(row);
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "name", settings.name());
    put(values, "description", settings.description());
    put(values, "hint", row.hint());
    put(values, "owner", settings.owner());
    put(values, "enabled", row.enabled());
    put(values, "scopes", Objects.requireNonNullElse(settings.scopes(), Scopes.NONE).toString());
    put(values, "notBefore", settings.notBefore());
    put(values, "expiresAt", settings.expiresAt());
    putAll(values, "windows", settings.windows().stream().map(Object::toString).toList());
    putAll(values, "allow", settings.allow().stream().map(KeyDescriptions::entry).toList());
    putAll(values, "deny", settings.deny().stream().map(KeyDescriptions::entry).toList());
    putAll(values, "rateLimits", settings.limits().rateTexts());
    putAll(values, "quotas", settings.limits().quotaTexts());
    put(values, "metadata", settings.metadata().isEmpty() ? null : settings.metadata());
    put(values, "generation", row.generation());
    put(values, "previousHint", row.previousHint());
    put(values, "previousEndsAt", previousEnd(row));
    return values;
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static void putAll(Map<String, Object> values, String name, Collection<?> list) {
    put(values, name, list.isEmpty() ? null : list);
  }

  private static @Nullable Instant previousEnd(KeyRow row) {
    return KeyColumns.instant(row.previousEndsAt());
  }

  private static String entry(AddressEntry entry) {
    return entry.address()
        + (entry.enabled() ? "" : " (off)")
        + (entry.note() == null ? "" : " # " + entry.note());
  }

  /** The ids of the keys, as the audit log names them. */
  static List<String> ids(List<KeyRow> rows) {
    return rows.stream().map(KeyRow::id).toList();
  }
}
