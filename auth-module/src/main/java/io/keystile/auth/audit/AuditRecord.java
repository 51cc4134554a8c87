package io.keystile.auth.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log. No text in it breaks a line or moves a cursor.
 *
 * @param number its number: one more than that of the row before
 * @param at when it was written
 * @param actorKind what the actor's id is the id of, as {@link Actor.Kind#text()} writes it
 * @param actorId who did it
 * @param address from where, or null
 * @param requestId the request it came with, or null
 * @param action what was done
 * @param target what it was done to
 * @param before what it was, as far as it changed
 * @param after what it is, as far as it changed
 * @param result {@code done} or {@code refused}
 * @since 0.1
 */
public record AuditRecord(
    long number,
    Instant at,
    String actorKind,
    String actorId,
    @Nullable String address,
    @Nullable String requestId,
    String action,
    String target,
    Map<String, @Nullable Object> before,
    Map<String, @Nullable Object> after,
    String result) {

  /** The row as one line of JSON, under the names of the components. */
  public String json() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("number", number);
    values.put("at", at);
    values.put("actorKind", actorKind);
    values.put("actorId", actorId);
    values.put("address", address);
    values.put("requestId", requestId);
    values.put("action", action);
    values.put("target", target);
    values.put("before", before);
    values.put("after", after);
    values.put("result", result);
    return Objects.requireNonNull(AuditJson.write(values));
  }

  /** What changed, as one line of JSON: {@code {…} -> {…}}; empty when nothing is said. */
  public String changes() {
    String was = AuditJson.write(before);
    String is = AuditJson.write(after);
    if (was == null) {
      return is == null ? "" : is;
    }
    return was + " -> " + Objects.requireNonNullElse(is, "{}");
  }
}
