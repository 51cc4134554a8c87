package io.keystile.app.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.audit.AuditPage;
import io.keystile.auth.audit.AuditRecord;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RecordJson(
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

  /** A page of them. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<RecordJson> items, @Nullable Long nextCursor) {

    static Items of(AuditPage page) {
      return new Items(page.items().stream().map(RecordJson::of).toList(), page.nextCursor());
    }
  }

  static RecordJson of(AuditRecord row) {
    return new RecordJson(
        row.number(),
        row.at(),
        row.actorKind(),
        row.actorId(),
        row.address(),
        row.requestId(),
        row.action(),
        row.target(),
        row.before(),
        row.after(),
        row.result());
  }
}
