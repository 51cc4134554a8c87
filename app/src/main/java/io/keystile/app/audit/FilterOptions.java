package io.keystile.app.audit;

import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditFilter.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which rows. */
final class FilterOptions {

  @Option(
      names = "--actor",
      paramLabel = "ID",
      description = "Only what this key, console user or user of this machine did.")
  private @Nullable String actor;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "Only this action, such as key.issue.")
  private @Nullable String action;

  @Option(
      names = "--target",
      paramLabel = "ID",
      description = "Only what was done to this key, account, setting or address.")
  private @Nullable String target;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Only from then on: 2027-01-31, or 2027-01-31T09:00:00Z.")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Only before then, in the same forms.")
  private @Nullable Instant to;

  AuditFilter filter(Order order) {
    return AuditFilter.ALL.by(actor).doing(action).on(target).between(from, to).ordered(order);
  }
}
