package io.keystile.auth;

import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The library without a server, on a real SQLite file and a clock of its own. */
public final class TestStore implements AutoCloseable {

  private final ApplicationContext context;
  private final TestClock clock;

  private TestStore(ApplicationContext context, TestClock clock) {
    this.context = context;
    this.clock = clock;
  }

  public static TestStore open(Path file) {
    return open(file, Map.of());
  }

  /** Starts it with further settings, given as they stand in a configuration. */
  public static TestStore open(Path file, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent("keystile.db", file.toString());
    TestClock clock = new TestClock();
    return new TestStore(
        ApplicationContext.builder().properties(all).singletons(clock).start(), clock);
  }

  public TestClock clock() {
    return clock;
  }

  public ApplicationContext context() {
    return context;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public ApiKeys keys() {
    return bean(ApiKeys.class);
  }

  public IssuedKey issue(String name) {
    return keys().issue(KeySettings.named(name));
  }

  /** Runs a statement the way any other program would. */
  public static void execute(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of every row, read the way any other program would. */
  public static List<String> query(Path file, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() {
    context.close();
  }
}
