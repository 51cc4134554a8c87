package io.keystile.auth.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit log, and in what order. Begin with {@link #ALL} and narrow it.
 *
 * @param actor the id of who did it, or null for everybody
 * @param action what was done, as {@link AuditAction} names it, or null for everything
 * @param target what it was done to, or null for everything
 * @param from the first instant that counts, or null
 * @param to the first instant that no longer counts, or null
 * @param order which row comes first
 * @since 0.1
 */
public record AuditFilter(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String target,
    @Nullable Instant from,
    @Nullable Instant to,
    Order order) {

  /** Which row comes first. */
  public enum Order {
    NEWEST_FIRST,
    OLDEST_FIRST
  }

  /** Every row, the newest first. */
  public static final AuditFilter ALL =
      new AuditFilter(null, null, null, null, null, Order.NEWEST_FIRST);

  /** The same rows in this order. */
  public AuditFilter ordered(Order wanted) {
    return new AuditFilter(actor, action, target, from, to, wanted);
  }

  /** Only what this actor did. */
  public AuditFilter by(@Nullable String id) {
    return new AuditFilter(id, action, target, from, to, order);
  }

  /** Only this action. */
  public AuditFilter doing(@Nullable String name) {
    return new AuditFilter(actor, name, target, from, to, order);
  }

  /** Only what was done to this. */
  public AuditFilter on(@Nullable String id) {
    return new AuditFilter(actor, action, id, from, to, order);
  }

  /** Only what was done from the first instant on and before the second. */
  public AuditFilter between(@Nullable Instant start, @Nullable Instant end) {
    return new AuditFilter(actor, action, target, start, end, order);
  }
}
