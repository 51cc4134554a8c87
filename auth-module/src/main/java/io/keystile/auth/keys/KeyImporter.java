package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.keys.ImportReport.Line;
import io.keystile.auth.keys.ImportReport.Outcome;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyFormat;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeyHint;
import io.keystile.auth.secret.KeySecret;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings in keys that were made elsewhere, one on a line, in one transaction. Safe for several
 * threads; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class KeyImporter {

  /** Below this many characters a key can be guessed from a stolen database without a pepper. */
  public static final int SHORT = 32;

  /** A row of the audit log names so many keys at the most, to stay readable. */
  private static final int IDS_IN_ROW = 1_000;

  private static final int BATCH = 1_000;

  private final KeyRepository repository;
  private final KeyShapes shapes;
  private final KeyChanges changes;
  private final KeyHasher hasher;
  private final KeyRows rows;
  private final KeyCopies copies;
  private final KeyDescriptions descriptions;
  private final ImportStatements statements;

  KeyImporter(
      KeyRepository repository,
      KeyShapes shapes,
      KeyChanges changes,
      KeyHasher hasher,
      KeyRows rows,
      KeyCopies copies,
      KeyDescriptions descriptions,
      ImportStatements statements) {
    this.repository = repository;
    this.shapes = shapes;
    this.changes = changes;
    this.hasher = hasher;
    this.rows = rows;
    this.copies = copies;
    this.descriptions = descriptions;
    this.statements = statements;
  }

  /**
   * Imports the keys. A line may have surrounding blanks; blank lines are passed over. A key is 17
   * to 512 visible ASCII characters and is taken once.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be written;
   *     nothing was
   */
  public ImportReport importKeys(List<String> lines, KeyImport options) {
    return importKeys(lines, options, count -> {});
  }

  /**
   * The same for those who wait.
   *
   * @param progress is told now and then how many lines were read; what it throws ends the import,
   *     and nothing was written
   */
  public ImportReport importKeys(List<String> lines, KeyImport options, LongConsumer progress) {
    if (options.allOrNothing() && lines.stream().anyMatch(KeyImporter::isRefused)) {
      return new ImportReport(refusedOnly(lines), false);
    }
    List<Line> report = new ArrayList<>();
    changes.make("an import", () -> addAll(lines, options, report, progress));
    return new ImportReport(report, true);
  }

  private KeyChange addAll(
      List<String> lines, KeyImport options, List<Line> report, LongConsumer progress) {
    boolean rotated = repository.isAnyReplaced();
    List<Candidate> added = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += BATCH) {
      progress.accept(from);
      List<Candidate> candidates = new ArrayList<>(BATCH);
      for (int i = from; i < Math.min(lines.size(), from + BATCH); i++) {
        read(lines, i, options, candidates, report);
      }
      add(withoutReplaced(candidates, rotated, report), added, report);
    }
    report.sort(Comparator.comparingInt(Line::number));
    shapes.rememberImported(added.stream().map(Candidate::secret).toList());
    return imported(options.name(), added.stream().map(Candidate::row).toList());
  }

  private void read(
      List<String> lines, int i, KeyImport options, List<Candidate> candidates, List<Line> report) {
    String text = lines.get(i).strip();
    if (text.isEmpty()) {
      return;
    }
    if (isRefused(text)) {
      report.add(refused(i + 1));
      return;
    }
    String name = lines.size() == 1 ? options.name() : options.name() + " " + (i + 1);
    KeySecret secret = KeySecret.of(text);
    candidates.add(new Candidate(i + 1, secret, newRow(secret, name, options)));
  }

  /** Those that are not there under a digest that an index of present ones does not show. */
  private List<Candidate> withoutReplaced(
      List<Candidate> candidates, boolean rotated, List<Line> report) {
    BitSet there =
        statements.find(candidates.stream().map(key -> otherDigests(key, rotated)).toList());
    List<Candidate> rest = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      if (there.get(i)) {
        report.add(alreadyThere(candidates.get(i)));
      } else {
        rest.add(candidates.get(i));
      }
    }
    return rest;
  }

  private List<KeyDigest> otherDigests(Candidate key, boolean rotated) {
    List<KeyDigest> digests = new ArrayList<>(hasher.olderDigests(key.secret));
    if (rotated) {
      digests.add(key.row.digest());
    }
    return digests;
  }

  private void add(List<Candidate> candidates, List<Candidate> added, List<Line> report) {
    BitSet isNew = statements.add(candidates.stream().map(Candidate::row).toList());
    for (int i = 0; i < candidates.size(); i++) {
      Candidate key = candidates.get(i);
      if (isNew.get(i)) {
        copies.keep(key.row.id(), key.secret);
        added.add(key);
        report.add(
            new Line(key.number, Outcome.ADDED, new ApiKeyId(key.row.id()), warning(key.secret)));
      } else {
        report.add(alreadyThere(key));
      }
    }
  }

  private static Line alreadyThere(Candidate key) {
    return new Line(key.number, Outcome.ALREADY_THERE, null, null);
  }

  private KeyChange imported(String name, List<KeyRow> added) {
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 0; i < added.size(); i += IDS_IN_ROW) {
      List<KeyRow> some = added.subList(i, Math.min(added.size(), i + IDS_IN_ROW));
      Map<String, Object> keys = Map.of("keys", KeyDescriptions.ids(some));
      entries.add(AuditEntry.added(AuditAction.KEY_IMPORT, name, keys));
    }
    return new KeyChange(
        added.stream().map(KeyRow::digest).toList(),
        entries,
        added.stream().<KeyEvent>map(row -> new KeyIssued(descriptions.managed(row))).toList());
  }

  private KeyRow newRow(KeySecret secret, String name, KeyImport options) {
    KeySettings settings = KeySettings.named(name).withScopes(options.scopes());
    return rows.create(settings, secret, KeyHint.ofImported(secret), true);
  }

  private static List<Line> refusedOnly(List<String> lines) {
    List<Line> report = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isRefused(lines.get(i))) {
        report.add(refused(i + 1));
      }
    }
    return report;
  }

  private static boolean isRefused(String line) {
    String text = line.strip();
    return !text.isEmpty() && !KeyFormat.isPossible(text);
  }

  private static Line refused(int number) {
    return new Line(
        number,
        Outcome.REFUSED,
        null,
        "A key is "
            + KeyFormat.MIN_LENGTH
            + " to "
            + KeyFormat.MAX_LENGTH
            + " visible ASCII characters without blanks.");
  }

  private @Nullable String warning(KeySecret secret) {
    boolean guessable = secret.length() < SHORT && hasher.pepperId().equals(KeyHasher.NO_PEPPER);
    return guessable
        ? "Shorter than 32 characters: it can be guessed from a stolen database. Set a pepper, or"
            + " replace the key."
        : null;
  }

  /** A line that may become a key. */
  private record Candidate(int number, KeySecret secret, KeyRow row) {}
}
