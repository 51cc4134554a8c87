package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.keys.ApiKeys;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportKeysTest {

  private static final String PATH = "/console/keys/import";
  private static final String FIRST = "imported-from-elsewhere-0000000000000001";
  private static final String SECOND = "imported-from-elsewhere-0000000000000002";

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor administrator;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder, Map.of());
    administrator = server.signedIn(Role.ADMINISTRATOR);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void keepsViewersOut() {
    Visitor viewer = server.signedIn(Role.VIEWER);
    viewer.get(PATH).expect(403);
    viewer.post(PATH, Map.of("keys", FIRST, "name", "x")).expect(403);
  }

  @Test
  void tellsFaultsWithoutSendingKeysBack() {
    long before = server.bean(ApiKeys.class).count();
    administrator
        .post(PATH, Map.of("keys", FIRST, "name", "", "scopes", "a::b"))
        .expect(422)
        .expectText("Paste the keys again")
        .expectText("value=\"a::b\"")
        .expectNoText(FIRST);
    administrator
        .post(PATH, Map.of("keys", " \n ", "name", "x"))
        .expect(422)
        .expectText("at least one");
    String many = "x\n".repeat(100_001);
    administrator
        .post(PATH, Map.of("keys", many, "name", "x"))
        .expect(422)
        .expectText("At most 100,000");
    assertEquals(before, server.bean(ApiKeys.class).count());
  }

  @Test
  void reportsEachLineAndNoKey() {
    String lines = FIRST + "\r\n\r\n  " + SECOND + "  \r\ntoo short\r\n" + FIRST;
    administrator
        .post(PATH, Map.of("keys", lines, "name", "Old"))
        .expect(200)
        .expectText("2 added, 1 already there, 1 refused.")
        .expectText("17 to 512 visible")
        .expectNoText(FIRST)
        .expectNoText(SECOND)
        .expectNoText("too short");
    Visitor client = server.stranger();
    client
        .send(client.request("/v1/models").header("Authorization", "Bearer " + SECOND).build())
        .expect(200);
  }

  @Test
  void bringsInNothingWhenOneLineIsRefusedAndAllWereWanted() {
    long before = server.bean(ApiKeys.class).count();
    String lines = "imported-from-elsewhere-0000000000000003\nshort";
    administrator
        .post(PATH, Map.of("keys", lines, "name", "Old", "allOrNothing", "on"))
        .expect(422)
        .expectText("Nothing was imported");
    assertEquals(before, server.bean(ApiKeys.class).count());
  }

  @Test
  void showsTheRefusedLinesFirstAndNotThousands() {
    String lines =
        IntStream.range(0, 400)
            .mapToObj(i -> String.format("imported-in-bulk-%020d", i))
            .collect(Collectors.joining("\n", "", "\nshort"));
    administrator
        .post(PATH, Map.of("keys", lines, "name", "Bulk"))
        .expect(200)
        .expectText("and 201 more lines")
        .expectText("<td class=\"number\">401</td>");
  }

  @Test
  void bringsInManyBesideThePage() {
    String lines =
        IntStream.range(0, 1_500)
            .mapToObj(i -> String.format("imported-as-a-job-%020d", i))
            .collect(Collectors.joining("\n", "", "\nshort"));
    String job =
        administrator.post(PATH, Map.of("keys", lines, "name", "Many")).expect(303).location();
    assertTrue(job.startsWith("/console/jobs/"), job);
    Answer answer = administrator.get(job).expect(200);
    while (answer.body().contains("id=\"progress\"")) {
      answer = administrator.get(job).expect(200).expectNoText("imported-as-a-job");
    }
    answer.expectText("1,500 added, 0 already there, 1 refused.").expectNoText("imported-as-a-job");
    AuditFilter imports = AuditFilter.ALL.on("Many").doing("key.import");
    assertEquals(
        "ada", server.bean(AuditTrail.class).page(imports, null, 1).items().get(0).actorId());
    Visitor client = server.stranger();
    String key = String.format("imported-as-a-job-%020d", 1_499);
    client
        .send(client.request("/v1/models").header("Authorization", "Bearer " + key).build())
        .expect(200);
  }
}
