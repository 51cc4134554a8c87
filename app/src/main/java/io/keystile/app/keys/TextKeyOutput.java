package io.keystile.app.keys;

import io.keystile.app.cli.Streams;
import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.ImportReport.Line;
import io.keystile.auth.keys.ImportReport.Outcome;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.keys.ManagedKey.PreviousSecret;
import io.keystile.auth.management.KeyUsage;
import io.keystile.auth.management.KeyUsages;
import io.keystile.auth.management.UseReader;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.verify.Explanation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints tables and sentences. */
final class TextKeyOutput implements KeyOutput {

  private final Streams streams;
  private final UseReader uses;
  private final Clock clock;

  TextKeyOutput(Streams streams, UseReader uses, Clock clock) {
    this.streams = streams;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public void show(ManagedKey key) {
    Table table = new Table();
    table.row("Name", key.name());
    table.row("Id", key.id().value());
    if (key.description() != null) {
      table.row("Description", key.description());
    }
    table.row("Hint", key.hint());
    if (key.settings().owner() != null) {
      table.row("Owner", key.settings().owner());
    }
    table.row("Status", key.statusAt(clock.instant()).text());
    table.row("Scopes", scopes(key));
    table.row("Created", seconds(key.createdAt(), ""));
    if (key.notBefore() != null) {
      table.row("Valid from", seconds(key.notBefore(), ""));
    }
    table.row("Expires", seconds(key.expiresAt(), "never"));
    rules(table, key.settings());
    usage(table, key);
    table.lines().forEach(streams::print);
  }

  @Override
  public void issued(IssuedKey issued) {
    show(issued.key());
    streams.print("");
    streams.print(issued.secret().exposeText());
    streams.tell("");
    streams.tell("Store this key now: it is not shown again.");
  }

  @Override
  public void revealed(IssuedKey revealed) {
    streams.print(revealed.secret().exposeText());
  }

  @Override
  public void changed(String done, ManagedKey key) {
    streams.print(done + " " + key.id() + " (" + Table.plain(key.name()) + ")");
  }

  @Override
  public void page(KeyPage page) {
    if (page.items().isEmpty()) {
      streams.tell("No keys found.");
      return;
    }
    Table table = new Table();
    table.row("ID", "NAME", "STATUS", "HINT", "SCOPES", "CREATED", "EXPIRES");
    page.items().forEach(key -> row(table, key));
    table.lines().forEach(streams::print);
    if (page.nextCursor() != null) {
      streams.tell("There are more: add --cursor " + page.nextCursor());
    }
  }

  @Override
  public void imported(ImportReport report) {
    Table table = new Table();
    report.lines().forEach(line -> row(table, line));
    table.lines().forEach(streams::print);
    if (!report.applied()) {
      streams.tell("Nothing was imported: one refused line keeps every other out.");
      return;
    }
    streams.tell(
        report.count(Outcome.ADDED)
            + " added, "
            + report.count(Outcome.ALREADY_THERE)
            + " already there, "
            + report.count(Outcome.REFUSED)
            + " refused");
  }

  @Override
  public void explained(Explanation explanation) {
    ApiKey key = explanation.key();
    String whose = key == null ? "" : key.id() + " (" + Table.plain(key.name()) + ") ";
    streams.print(
        explanation.verdict() instanceof Verdict.Rejected refused
            ? whose
                + "refused: "
                + refused.reason().status()
                + " "
                + refused.reason().code()
                + ", "
                + Table.plain(refused.message())
            : whose + "accepted");
    Table table = new Table();
    for (CheckOutcome check : explanation.checks()) {
      table.row(
          check.check(),
          check.passed() ? "passed" : "refused",
          Stream.of(check.detail(), check.compared())
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" | ")));
    }
    table.lines().forEach(streams::print);
  }

  private static void rules(Table table, KeySettings settings) {
    settings.windows().forEach(window -> table.row("Window", window.toString()));
    settings.allow().forEach(entry -> table.row("Allow", text(entry)));
    settings.deny().forEach(entry -> table.row("Deny", text(entry)));
    settings.limits().rateTexts().forEach(limit -> table.row("Rate", limit));
    settings.limits().quotaTexts().forEach(quota -> table.row("Quota", quota));
    new TreeMap<>(settings.metadata())
        .forEach((name, value) -> table.row("Meta", name + "=" + value));
  }

  private void usage(Table table, ManagedKey key) {
    KeyUsages usages = KeyUsages.of(List.of(key), uses);
    KeyUsage usage = usages.of(key);
    if (usage.requests() > 0) {
      table.row("Used", text(usage));
    }
    PreviousSecret previous = key.previous();
    if (previous != null) {
      table.row(
          "Old key",
          previous.hint()
              + " until "
              + seconds(previous.endsAt(), "")
              + ", used "
              + text(usages.ofPrevious(key)));
    }
  }

  private static String text(KeyUsage usage) {
    return usage.requests() == 0
        ? "never"
        : usage.requests()
            + (usage.requests() == 1 ? " time, last " : " times, last ")
            + seconds(usage.lastAt(), "")
            + (usage.lastFrom() == null ? "" : " from " + usage.lastFrom());
  }

  private static String text(AddressEntry entry) {
    return entry.address()
        + (entry.enabled() ? "" : " (off)")
        + (entry.note() == null ? "" : " " + entry.note());
  }

  private void row(Table table, ManagedKey key) {
    table.row(
        key.id().value(),
        key.name(),
        key.statusAt(clock.instant()).text(),
        key.hint(),
        scopes(key),
        seconds(key.createdAt(), ""),
        seconds(key.expiresAt(), "never"));
  }

  private static void row(Table table, Line line) {
    List<String> about =
        Stream.of(line.id() == null ? null : line.id().value(), line.note())
            .filter(Objects::nonNull)
            .toList();
    table.row(
        "line " + line.number(),
        line.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        String.join("  ", about));
  }

  private static String scopes(ManagedKey key) {
    return key.scopes().grants().isEmpty() ? "(none)" : key.scopes().toString();
  }

  private static String seconds(@Nullable Instant instant, String none) {
    return instant == null ? none : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
