package io.keystile.bench.guarded;

import com.github.f4b6a3.ulid.UlidCreator;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rows like one that the library wrote, put in by the thousand: a million take half a minute. */
final class CopiedKeys {

  private static final List<String> OWN = List.of("id", "name", "digest");
  private static final int BATCH = 10_000;

  private final KeyHasher hasher;
  private final String model;

  CopiedKeys(ApplicationContext context, String model) {
    this.hasher = context.getBean(KeyHasher.class);
    this.model = model;
  }

  void insert(Path database, int count, Supplier<KeySecret> secrets) throws SQLException {
    try (Connection connection = open(database);
        PreparedStatement row = connection.prepareStatement(copy(connection))) {
      for (int i = 1; i <= count; i++) {
        row.setString(1, "key_" + UlidCreator.getMonotonicUlid());
        row.setString(2, "key number " + i);
        row.setBytes(3, hasher.digest(secrets.get()).bytes());
        row.setString(4, model);
        row.addBatch();
        if (i % BATCH == 0 || i == count) {
          row.executeBatch();
        }
      }
      connection.commit();
    }
  }

  private static Connection open(Path database) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:sqlite:" + database + "?synchronous=OFF&cache_size=-400000");
    connection.setAutoCommit(false);
    return connection;
  }

  private static String copy(Connection connection) throws SQLException {
    String others = String.join(", ", otherColumns(connection));
    return "INSERT INTO keystile_key (%1$s, %2$s) SELECT ?, ?, ?, %2$s FROM keystile_key WHERE id = ?"
        .formatted(String.join(", ", OWN), others);
  }

  private static List<String> otherColumns(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet columns = statement.executeQuery("PRAGMA table_info(keystile_key)")) {
      while (columns.next()) {
        names.add(columns.getString("name"));
      }
    }
    names.removeAll(OWN);
    return names;
  }
}
