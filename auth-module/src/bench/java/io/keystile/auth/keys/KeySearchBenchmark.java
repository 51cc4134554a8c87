package io.keystile.auth.keys;

import io.keystile.auth.KeyStatus;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the first page of 200 among a million keys costs, by what is asked for and in which order.
 * The small heap shows that memory stays flat. The file is made once and stays for the next run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx96m"})
public class KeySearchBenchmark {

  private static final int KEYS = 1_000_000;
  private static final long START = 1_700_000_000_000L;
  private static final Instant NOW = Instant.ofEpochMilli(START + 3_000_000_000L);

  /** What is asked for. */
  public enum Asked {
    ALL(KeyQuery.ALL),
    TEXT_OF_ALL(KeyQuery.ALL.withText("e")),
    TEXT_OF_ONE(KeyQuery.ALL.withText("number 999999")),
    TEXT_OF_NONE(KeyQuery.ALL.withText("qqq")),
    HINT_OF_NONE(KeyQuery.ALL.withText("qqqq")),
    OWNER_OF_MANY(KeyQuery.ALL.ownedBy("many")),
    OWNER_OF_FEW(KeyQuery.ALL.ownedBy("few")),
    ACTIVE(KeyQuery.ALL.withStatus(Set.of(KeyStatus.ACTIVE))),
    DISABLED(KeyQuery.ALL.withStatus(Set.of(KeyStatus.DISABLED))),
    EXPIRED(KeyQuery.ALL.withStatus(Set.of(KeyStatus.EXPIRED))),
    NOT_YET_VALID(KeyQuery.ALL.withStatus(Set.of(KeyStatus.NOT_YET_VALID))),
    EXHAUSTED(KeyQuery.ALL.withStatus(Set.of(KeyStatus.EXHAUSTED))),
    SCOPE(KeyQuery.ALL.withScope("chat:write")),
    SCOPE_OF_NONE(KeyQuery.ALL.withScope("chat:none")),
    EXPIRING(KeyQuery.ALL.expiringBefore(NOW)),
    UNUSED(KeyQuery.ALL.unusedSince(NOW));

    private final KeyQuery query;

    Asked(KeyQuery query) {
      this.query = query;
    }
  }

  /** What is asked for. */
  @Param public Asked asked = Asked.ALL;

  /** In which order. */
  @Param({
    "created",
    "-created",
    "name",
    "last-used",
    "-last-used",
    "expires",
    "-expires",
    "-requests"
  })
  public String order = "created";

  private ApplicationContext context;
  private ApiKeys keys;
  private KeyQuery query = KeyQuery.ALL;

  /** Opens the file, which is filled when it is not there. */
  @Setup
  public void open() throws IOException, SQLException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "keystile-bench-v5.db");
    boolean there = Files.exists(file);
    context = ApplicationContext.run(Map.of("keystile.db", file.toString()));
    keys = context.getBean(ApiKeys.class);
    if (!there) {
      fill(file);
    }
    query = asked.query.inOrder(KeyOrder.parse(order));
  }

  /** Closes the file. */
  @TearDown
  public void close() {
    context.close();
  }

  /** One first page. */
  @Benchmark
  public KeyPage firstPage() {
    return keys.search(query, null, ApiKeys.MAX_PAGE);
  }

  private static void fill(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection(
            "jdbc:sqlite:" + file + "?synchronous=OFF&cache_size=-200000")) {
      connection.setAutoCommit(false);
      try (PreparedStatement accounts =
              connection.prepareStatement(
                  "INSERT INTO keystile_account VALUES (?, NULL, '*', TRUE, 0, 1)");
          PreparedStatement rows =
              connection.prepareStatement(
                  "INSERT INTO keystile_key (id, name, description, hint, digest, pepper_id,"
                      + " scopes, enabled, imported, created_at, not_before, expires_at, version,"
                      + " owner, requests, last_used_at, quotas)"
                      + " VALUES (?, ?, ?, ?, ?, '', ?, ?, FALSE, ?, ?, ?, 1, ?, ?, ?, ?)");
          PreparedStatement quotas =
              connection.prepareStatement(
                  "INSERT INTO keystile_quota VALUES (?, '30d', 0, 9000000000000, ?, 0)")) {
        for (String name : new String[] {"many", "few"}) {
          accounts.setString(1, name);
          accounts.executeUpdate();
        }
        Random random = new Random(42);
        for (int i = 0; i < KEYS; i++) {
          add(rows, quotas, i, random);
          if (i % 10_000 == 9_999) {
            rows.executeBatch();
            quotas.executeBatch();
            connection.commit();
          }
        }
      }
    }
  }

  private static void add(PreparedStatement row, PreparedStatement quota, int i, Random random)
      throws SQLException {
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    String id = "key_%026d".formatted(i);
    boolean used = random.nextInt(3) > 0;
    row.setString(1, id);
    row.setString(2, "%s key number %d".formatted(words(random), i));
    row.setString(3, i % 2 == 0 ? null : "made for the service " + random.nextInt(1000));
    row.setString(4, "ks_…" + Integer.toHexString(0x1000 + random.nextInt(0xE000)));
    row.setBytes(5, digest);
    row.setString(6, i % 5 == 0 ? "chat:write models:read" : "*");
    row.setBoolean(7, i % 50 != 0);
    row.setLong(8, START + i);
    row.setObject(9, i % 1000 == 1 ? Long.MAX_VALUE / 2 : null);
    row.setObject(10, i % 10 == 2 ? START + random.nextInt() : null);
    row.setString(11, i % 3 == 0 ? "many" : i % 1000 == 7 ? "few" : null);
    row.setLong(12, used ? random.nextInt(100_000) : 0);
    row.setLong(13, used ? START + random.nextInt(Integer.MAX_VALUE) : 0);
    row.setString(14, i % 4 == 0 ? "[\"1000/30d\"]" : null);
    row.addBatch();
    if (i % 4 == 0) {
      quota.setString(1, id);
      quota.setLong(2, random.nextInt(1010));
      quota.addBatch();
    }
  }

  private static String words(Random random) {
    return Integer.toString(random.nextInt(Integer.MAX_VALUE), 36);
  }
}
