package io.keystile.app.console.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.ErrorPage;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Session;
import io.keystile.app.console.people.Sessions;
import io.micronaut.http.HttpStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {

  private static final Task TASK =
      new Task("<i>Counting</i>", "It counts.", "rows", 10, Section.AUDIT, "/console/audit");
  private static final Page RESULT = new ErrorPage(HttpStatus.OK, "All counted", "That was all.");
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private ConsoleServer server;
  private Visitor visitor;
  private Session session;
  private Jobs jobs;
  private final CountDownLatch gate = new CountDownLatch(1);

  @BeforeEach
  void start() {
    server = ConsoleServer.start(folder);
    visitor = server.signedIn(Role.VIEWER);
    session = server.bean(Sessions.class).of(ConsoleServer.nameOf(Role.VIEWER)).get(0);
    jobs = server.bean(Jobs.class);
  }

  @AfterEach
  void stop() {
    gate.countDown();
    server.close();
  }

  @Test
  void showsTheResultOfShortWorkAtOnce() {
    Job job = jobs.start(session, TASK, progress -> RESULT).orElseThrow();
    job.await(LONG);
    visitor.get(job.path()).expect(200).expectText("All counted");
    ask(job).expect(204);
    assertEquals("true", ask(job).header("HX-Refresh"));
  }

  @Test
  void showsHowFarLongWorkIsAndThenItsResult() {
    Job job = jobs.start(session, TASK, this::waiting).orElseThrow();
    visitor
        .get(job.path())
        .expect(200)
        .expectText("value=\"3\"")
        .expectText("3 of about 10 rows")
        .expectText("&lt;i&gt;Counting")
        .expectText("href=\"" + job.path() + "\">");
    ask(job).expect(200).expectText("id=\"progress\"").expectNoText("<html");
    gate.countDown();
    job.await(LONG);
    visitor.get(job.path()).expect(200).expectText("All counted");
  }

  @Test
  void stopsWhereNothingIsLost() {
    Job job = jobs.start(session, TASK, this::waiting).orElseThrow();
    visitor.post(job.path() + "/stop", Map.of()).expectTo(job.path());
    visitor.get(job.path()).expectText("Stopping");
    gate.countDown();
    job.await(LONG);
    visitor
        .get(job.path())
        .expect(200)
        .expectText("This was stopped. Nothing was changed.")
        .expectText("href=\"/console/audit\"");
  }

  @Test
  void tellsThatItDidNotWork() {
    Job job =
        jobs.start(
                session,
                TASK,
                progress -> {
                  throw new IllegalStateException("secret-of-the-inside");
                })
            .orElseThrow();
    job.await(LONG);
    visitor
        .get(job.path())
        .expect(200)
        .expectText("This did not come to its end")
        .expectNoText("secret-of-the-inside");
  }

  @Test
  void isNobodyElses() {
    Job job = jobs.start(session, TASK, progress -> RESULT).orElseThrow();
    server.signedIn(Role.VIEWER).get(job.path()).expect(404);
    server.signedIn(Role.ADMINISTRATOR).get(job.path()).expect(404);
    server.signedIn(Role.ADMINISTRATOR).post(job.path() + "/stop", Map.of()).expect(404);
    server.stranger().get(job.path()).expect(303);
    visitor.get("/console/jobs/nonsense").expect(404);
  }

  @Test
  void endsWithTheSession() {
    Job job = jobs.start(session, TASK, this::waiting).orElseThrow();
    visitor.post("/console/sign-out", Map.of()).expect(303);
    gate.countDown();
    job.await(LONG);
    assertTrue(job.isOver());
    assertTrue(job.findResult() instanceof JobEndPage end && end.stopped());
  }

  @Test
  void doesNotBeginMoreThanAFewAtOnce() {
    List<Job> some = new ArrayList<>();
    for (int i = 0; i < Jobs.MOST_AT_ONCE; i++) {
      some.add(jobs.start(session, TASK, this::waiting).orElseThrow());
    }
    assertTrue(jobs.start(session, TASK, progress -> RESULT).isEmpty());
    visitor.post("/console/audit/verify", Map.of()).expectTo("/console/audit");
    visitor.get("/console/audit").expectText("Other long work goes on");
    gate.countDown();
    some.forEach(job -> job.await(LONG));
    assertFalse(jobs.start(session, TASK, progress -> RESULT).isEmpty());
  }

  @Test
  void forgetsTheOldest() {
    Job first = jobs.start(session, TASK, progress -> RESULT).orElseThrow();
    first.await(LONG);
    for (int i = 0; i < Jobs.MOST_KEPT; i++) {
      jobs.start(session, TASK, progress -> RESULT).orElseThrow().await(LONG);
    }
    visitor.get(first.path()).expect(404);
  }

  private Page waiting(LongConsumer progress) {
    progress.accept(3);
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress.accept(6);
    return RESULT;
  }

  private Answer ask(Job job) {
    return visitor.send(visitor.request(job.path()).header("HX-Request", "true").GET().build());
  }
}
