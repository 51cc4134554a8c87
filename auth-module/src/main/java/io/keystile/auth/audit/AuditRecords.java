package io.keystile.auth.audit;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows to values. What was tampered with is shown as far as it can be, never obeyed. */
@Singleton
final class AuditRecords {

  private static final Argument<Map<String, Object>> VALUES =
      Argument.mapOf(String.class, Object.class);

  private final JsonMapper mapper;

  AuditRecords(JsonMapper mapper) {
    this.mapper = mapper;
  }

  AuditRecord of(AuditRow row) {
    return new AuditRecord(
        row.number(),
        Instant.ofEpochMilli(row.at()),
        Inert.text(row.actorKind()),
        Inert.text(row.actorId()),
        Inert.textOrNull(row.address()),
        Inert.textOrNull(row.requestId()),
        Inert.text(row.action()),
        Inert.text(row.target()),
        values(row.beforeJson()),
        values(row.afterJson()),
        Inert.text(row.result()));
  }

  Map<String, @Nullable Object> values(@Nullable String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      return Objects.requireNonNull(mapper.readValue(json, VALUES));
    } catch (IOException | RuntimeException e) {
      return Map.of("unreadable", json);
    }
  }
}
