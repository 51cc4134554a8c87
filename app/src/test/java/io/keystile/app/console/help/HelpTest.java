package io.keystile.app.console.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {

  private static final String HELP = "/console/help";

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor victor;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
    victor = server.signedIn(Role.VIEWER);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void explainsEveryRefusalOnce() {
    Answer page = victor.get(HELP).expect(200).expectText("X-Keystile-Receipt");
    for (Reason reason : Reason.ALL) {
      String anchor = "id=\"" + reason.code() + "\"";
      assertEquals(2, page.body().split(anchor, -1).length, anchor);
      page.expectText("href=\"#" + reason.code() + "\"").expectText("Status " + reason.status());
    }
    assertTrue(page.body().length() < 100 * 1024, "too large");
  }

  @Test
  void leadsToPagesThatAreThere() {
    for (RefusalHelp help : RefusalHelp.all()) {
      for (RefusalHelp.Link link : help.links()) {
        String[] parts = link.path().split("#", -1);
        Answer page = victor.get(parts[0]).expect(200);
        if (parts.length > 1) {
          page.expectText("id=\"" + parts[1] + "\"");
        }
      }
    }
  }

  @Test
  void tellsWhatToDoAboutOtherTroubles() {
    victor
        .get(HELP)
        .expectText("id=\"no-key\"")
        .expectText("id=\"wrong-header\"")
        .expectText("id=\"proxy\"")
        .expectText("id=\"lost-key\"")
        .expectText("keystile console reset NAME");
    assertFalse(server.stranger().get(HELP).expect(303).location().isEmpty());
  }
}
