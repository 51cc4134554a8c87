package io.keystile.app.console.jobs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.ErrorPage;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Session;
import io.keystile.app.console.people.Sessions;
import io.micronaut.http.HttpStatus;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class JobBrowserTest {

  private static final Task TASK =
      new Task("Counting", "It counts.", "rows", 10, Section.AUDIT, "/console/audit");
  private static final Page RESULT = new ErrorPage(HttpStatus.OK, "All counted", "That was all.");

  @TempDir private Path folder;

  /** No link leads to such a page, so that the walk over all pages does not come by. */
  @Test
  void showsHowFarWorkIsUntilItIsDone() {
    CountDownLatch gate = new CountDownLatch(1);
    try (ConsoleServer server = ConsoleServer.start(folder);
        BrowserSession browser = BrowserSession.open(server).as(Role.ADMINISTRATOR)) {
      String name = ConsoleServer.nameOf(Role.ADMINISTRATOR);
      Session session = server.bean(Sessions.class).of(name).get(0);
      Job job =
          server
              .bean(Jobs.class)
              .start(
                  session,
                  TASK,
                  progress -> {
                    progress.accept(3);
                    await(gate);
                    return RESULT;
                  })
              .orElseThrow();
      browser.go(job.path()).expectAccessible().take("job");
      assertThat(browser.page().locator("progress")).hasAttribute("value", "3");
      gate.countDown();
      assertThat(browser.page().locator("h1")).hasText("All counted");
    } finally {
      gate.countDown();
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
