package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyFormat;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.store.ChangeListener;
import io.keystile.auth.store.Changes;
import io.keystile.auth.store.StoreReader;
import io.keystile.auth.store.StoreStatements;
import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.context.annotation.Context;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tells from its text alone that a key cannot exist, so that guesses do not reach the store: below
 * a prefix under which only generated keys exist, the checksum must be right. Safe for several
 * threads.
 */
@Context
public final class KeyShapes implements ChangeListener {

  private static final String ANY = "";
  private static final String PREFIXES = "SELECT prefix, foreign_keys FROM keystile_prefix";

  private final MarkRepository marks;
  private final StoreReader reader;

  private final Lock refreshing = new ReentrantLock();

  /** Null while it is not known: then the store has to be asked. */
  private volatile @Nullable List<PrefixRow> known;

  KeyShapes(MarkRepository marks, StoreReader reader, Changes changes) {
    this.marks = marks;
    this.reader = reader;
    changes.subscribe(this);
    everythingChanged();
  }

  /** Whether a key with this text may be in the store. */
  public boolean isPlausible(KeySecret secret) {
    String text = secret.exposeText();
    List<PrefixRow> rows = known;
    return KeyFormat.isPossible(text) && (rows == null || isPlausible(text, rows));
  }

  /** Whether the text may be a key, or begins with a prefix under which we have generated some. */
  public boolean isMeantAsKey(KeySecret secret) {
    List<PrefixRow> rows = known;
    return isPlausible(secret) || (rows != null && isBelowPrefix(secret.exposeText(), rows));
  }

  private static boolean isBelowPrefix(String text, List<PrefixRow> rows) {
    return rows.stream()
        .map(PrefixRow::prefix)
        .anyMatch(prefix -> !prefix.equals(ANY) && text.startsWith(prefix));
  }

  private static boolean isPlausible(String text, List<PrefixRow> rows) {
    boolean below = false;
    boolean foreignBelow = false;
    boolean foreign = false;
    for (PrefixRow row : rows) {
      if (row.prefix().equals(ANY)) {
        foreign = true;
      } else if (text.startsWith(row.prefix())) {
        if (KeyFormat.isGenerated(text, row.prefix())) {
          return true;
        }
        below = true;
        foreignBelow |= row.foreignKeys();
      }
    }
    return below ? foreignBelow : foreign;
  }

  /** To be called in the transaction that adds a generated key. */
  void rememberGenerated(String prefix) {
    // A prefix never goes, so one that is known is in the store.
    if (isThere(prefix, known)) {
      return;
    }
    List<PrefixRow> rows = marks.findAll();
    if (!isThere(prefix, rows)) {
      marks.addPrefix(prefix, isThere(ANY, rows));
    }
  }

  /** To be called in the transaction that adds imported keys, after the last of them. */
  void rememberImported(Collection<KeySecret> secrets) {
    if (secrets.isEmpty()) {
      return;
    }
    marks.addPrefix(ANY, true);
    marks.findAll().stream()
        .filter(row -> !row.prefix().isEmpty() && !row.foreignKeys())
        .map(PrefixRow::prefix)
        .filter(prefix -> secrets.stream().anyMatch(s -> s.exposeText().startsWith(prefix)))
        .forEach(marks::markForeignKeys);
  }

  private static boolean isThere(String prefix, @Nullable List<PrefixRow> rows) {
    return rows != null && rows.stream().anyMatch(row -> row.prefix().equals(prefix));
  }

  private static List<PrefixRow> read(StoreStatements statements) throws SQLException {
    List<PrefixRow> prefixes = new ArrayList<>();
    try (ResultSet row = statements.prepared(PREFIXES).executeQuery()) {
      while (row.next()) {
        prefixes.add(new PrefixRow(row.getString(1), row.getBoolean(2)));
      }
    }
    return prefixes;
  }

  @Override
  public void changed(Collection<KeyDigest> digests) {
    everythingChanged();
  }

  @Override
  public void everythingChanged() {
    // One after the other: an older answer of the store must not replace a newer one.
    refreshing.lock();
    try {
      known = reader.read("the key prefixes", KeyShapes::read);
    } catch (StoreUnavailableException e) {
      known = null;
    } finally {
      refreshing.unlock();
    }
  }
}
