package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.Store;
import io.keystile.auth.store.StoreTransactions;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Every digest under which the store finds a key. Safe for several threads; blocks. */
@Singleton
public final class KeyDigests {

  private static final int PAGE = 10_000;
  // Each is answered from an index alone.
  private static final String PRESENT =
      "SELECT digest FROM keystile_key WHERE digest > ? ORDER BY digest LIMIT ?";
  private static final String PREVIOUS =
      "SELECT previous_digest FROM keystile_key WHERE previous_digest > ?"
          + " ORDER BY previous_digest LIMIT ?";

  private final JdbcOperations operations;
  private final StoreTransactions transactions;
  private final int size;

  @Inject
  KeyDigests(@Named(Store.NAME) JdbcOperations operations, StoreTransactions transactions) {
    this(operations, transactions, PAGE);
  }

  KeyDigests(JdbcOperations operations, StoreTransactions transactions, int size) {
    this.operations = operations;
    this.transactions = transactions;
    this.size = size;
  }

  /**
   * How many keys there are.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be read
   */
  public long count() {
    return transactions.read(
        "the number of keys",
        () -> operations.prepareStatement("SELECT count(*) FROM keystile_key", KeyDigests::number));
  }

  /**
   * Hands out the digests of present secrets, then those of previous ones, a page at a time. What
   * is there from the beginning to the end is among them, even when a rotation moves it from the
   * one kind to the other meanwhile.
   *
   * @param page takes some and says whether it wants more
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be read
   */
  public void scan(Predicate<List<KeyDigest>> page) {
    if (scan(PRESENT, page)) {
      scan(PREVIOUS, page);
    }
  }

  private boolean scan(String query, Predicate<List<KeyDigest>> page) {
    byte[] last = new byte[0];
    int found = size;
    while (found == size) {
      List<KeyDigest> digests = read(query, last);
      if (!page.test(digests)) {
        return false;
      }
      found = digests.size();
      last = found == 0 ? last : digests.get(found - 1).bytes();
    }
    return true;
  }

  private List<KeyDigest> read(String query, byte[] after) {
    return transactions.read(
        "the keys there are",
        () -> operations.prepareStatement(query, statement -> read(statement, after)));
  }

  private List<KeyDigest> read(PreparedStatement statement, byte[] after) throws SQLException {
    statement.setBytes(1, after);
    statement.setInt(2, size);
    List<KeyDigest> digests = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        digests.add(KeyDigest.of(rows.getBytes(1)));
      }
    }
    return digests;
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
