package io.keystile.app.console;

import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.Quota;
import io.keystile.auth.keys.RateLimit;
import io.keystile.auth.usage.KeyUses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Fills a server so that it looks used: keys of every kind, months of calls, refusals. */
public final class Showcase {

  private final ConsoleServer server;
  private final ApiKeys keys;
  private final Path database;
  private final Instant now = Instant.now();

  private Showcase(ConsoleServer server, Path folder) {
    this.server = server;
    this.keys = server.bean(ApiKeys.class);
    this.database = folder.resolve("keys.db");
  }

  /** Fills a server that was started in the folder. The newest key has most of everything. */
  public static void fill(ConsoleServer server, Path folder) {
    new Showcase(server, folder).fill();
  }

  private void fill() {
    Accounts accounts = server.bean(Accounts.class);
    accounts.create("web-team", "Everything that customers see", Scopes.of("*"));
    accounts.create("northwind", "Partner, contract until spring", Scopes.of("models:read"));
    accounts.create("interns", null, Scopes.of("models:read"));
    accounts.setEnabled("interns", false);

    issue("Old prototype", settings -> settings.validBetween(null, in(1)));
    past("Old prototype", "created_at = created_at - 40000000000, expires_at = 1750000000000");
    issue("Nightly import", settings -> settings.validBetween(null, null));
    past("Nightly import", "created_at = created_at - 11000000000");
    issue("Intern sandbox", settings -> settings.ownedBy("interns"));
    issue("Spring launch", settings -> settings.validBetween(in(30), in(120)));
    issue("Ada's laptop", settings -> settings.validBetween(null, in(4)));
    IssuedKey off = issue("Staging", settings -> settings.validBetween(null, in(60)));
    keys.disable(off.key().id());
    IssuedKey narrow =
        issue("Northwind", settings -> settings.ownedBy("northwind").withScopes(null));
    call(narrow, "/admin/keys", 3);
    call(issue("Mobile beta", settings -> settings), "/v1/models", 12);
    IssuedKey web = issue("Production web application", this::full);
    call(web, "/v1/models", 20);
    server.bean(KeyRotation.class).rotate(web.key().id(), Duration.ofDays(1));
    call(null, "/v1/models", 4);
    server.bean(KeyUses.class).flush();
    months(web.key().id().value());
  }

  private KeySettings full(KeySettings plain) {
    return plain
        .describedAs("Calls of the shop and its search. Ask the web team before changing it.")
        .ownedBy("web-team")
        .withScopes(Scopes.of("chat:*", "models:read", "embeddings:write"))
        .validBetween(null, in(75))
        .during(List.of(AccessWindow.parse("daily 00:00-24:00 Europe/Berlin")))
        .from(
            List.of(
                new AddressEntry("127.0.0.0/8", true, "this machine"),
                new AddressEntry("10.20.0.0/16", true, "data centre"),
                new AddressEntry("203.0.113.7", false, "old office")),
            List.of(new AddressEntry("10.20.99.0/24", true, "guests")))
        .limitedTo(
            new KeyLimits(
                List.of(RateLimit.parse("6000/1h"), RateLimit.parse("20/1s burst 40")),
                List.of(Quota.parse("500000/month"))))
        .withMetadata(Map.of("ticket", "WEB-1042"));
  }

  private IssuedKey issue(String name, UnaryOperator<KeySettings> choice) {
    return keys.issue(choice.apply(KeySettings.named(name).withScopes(Scopes.of("*"))));
  }

  private void call(@Nullable IssuedKey key, String path, int times) {
    Visitor client = server.stranger();
    for (int i = 0; i < times; i++) {
      var request = client.request(path);
      if (key != null) {
        request.header("Authorization", "Bearer " + key.secret().exposeText());
      }
      client.send(request.build());
    }
  }

  private Instant in(int days) {
    return now.plus(Duration.ofDays(days));
  }

  private void past(String name, String change) {
    execute("UPDATE keystile_key SET " + change + " WHERE name = '" + name + "'");
  }

  /** Calls of 30 days, more by day than by night, some of them refused. */
  private void months(String id) {
    long hour = now.getEpochSecond() / 3600;
    String hours = "WITH RECURSIVE h (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM h WHERE n < 720)";
    String insert =
        " INSERT OR REPLACE INTO keystile_usage SELECT ID, HOUR - n, 1, 'REASON', COUNT FROM h"
            + " WHERE CHOICE";
    for (String owner : List.of(id, "*")) {
      String all = hours + insert.replace("ID", "'" + owner + "'").replace("HOUR", "" + hour);
      execute(
          all.replace("REASON", "")
              .replace("COUNT", "40 + abs((n % 24) - 12) * 9 + n * 37 % 50")
              .replace("CHOICE", "1"));
      execute(
          all.replace("REASON", "rate_limit_exceeded")
              .replace("COUNT", "3 + n % 17")
              .replace("CHOICE", "n % 5 = 0"));
      execute(
          all.replace("REASON", "ip_not_allowed")
              .replace("COUNT", "2 + n % 7")
              .replace("CHOICE", "n % 11 = 0"));
    }
    execute(
        "UPDATE keystile_use SET requests = 84211, last_from = '10.20.4.17' WHERE key_id = '"
            + id
            + "'");
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 60000");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
