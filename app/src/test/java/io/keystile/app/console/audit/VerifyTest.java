package io.keystile.app.console.audit;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

  private static final String VERIFY = "/console/audit/verify";

  @TempDir private Path folder;
  private ConsoleServer server;

  @BeforeEach
  void start() {
    server = ConsoleServer.start(folder);
    server.bean(ApiKeys.class).issue(KeySettings.named("one"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void letsNoOtherPageAskForIt() {
    Visitor viewer = server.signedIn(Role.VIEWER);
    viewer
        .send(
            viewer
                .request(VERIFY)
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b"))
                .build())
        .expect(403);
    viewer.get(VERIFY).expect(404);
  }

  @Test
  void tellsViewersThatTheLogIsIntact() {
    verify(server.signedIn(Role.VIEWER))
        .expectText("The audit log is intact")
        .expectText("rows is the one that was written");
  }

  @Test
  void tellsWhereTheLogBreaks() throws SQLException {
    execute(
        "DROP TRIGGER keystile_audit_unchanged",
        "UPDATE keystile_audit SET actor_id = '<b>mallory</b>' WHERE number = 2");
    verify(server.signedIn(Role.ADMINISTRATOR))
        .expectText("The audit log was tampered with")
        .expectText("Row 2 was changed, moved or put in.")
        .expectText("href=\"/console/audit/2\"")
        .expectNoText("<b>mallory");
  }

  private static Answer verify(Visitor visitor) {
    String job = visitor.post(VERIFY, Map.of()).expect(303).location();
    Answer answer = visitor.get(job).expect(200);
    while (answer.body().contains("id=\"progress\"")) {
      answer = visitor.get(job).expect(200);
    }
    return answer;
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
