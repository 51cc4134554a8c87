package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.audit.AuditPage;
import io.keystile.auth.audit.AuditRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log.
 *
 * @param number its number, one more than that of the row before
 * @param at when it was written
 * @param actorKind what the actor's id is the id of
 * @param actorId who did it
 * @param address from where
 * @param requestId the request it came with
 * @param action what was done
 * @param target what it was done to
 * @param before what it was, as far as it changed
 * @param after what it is, as far as it changed
 * @param result done or refused
 */
@Serdeable
@Schema(name = "AuditRow")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditView(
    long number,
    @Schema(format = "date-time") String at,
    String actorKind,
    String actorId,
    @Nullable String address,
    @Nullable String requestId,
    String action,
    String target,
    @Schema(implementation = Object.class) Map<String, @Nullable Object> before,
    @Schema(implementation = Object.class) Map<String, @Nullable Object> after,
    @Schema(
            type = "string",
            allowableValues = {"done", "refused"})
        String result) {

  /**
   * A page of the audit log.
   *
   * @param items the rows
   * @param nextCursor what to ask with for the next page
   */
  @Serdeable
  @Schema(name = "AuditPage")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Page(List<AuditView> items, @Nullable String nextCursor) {

    /** The page. */
    public static Page of(AuditPage page) {
      return new Page(
          page.items().stream().map(AuditView::of).toList(), Texts.orNull(page.nextCursor()));
    }
  }

  /** The row. */
  public static AuditView of(AuditRecord row) {
    return new AuditView(
        row.number(),
        row.at().toString(),
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
