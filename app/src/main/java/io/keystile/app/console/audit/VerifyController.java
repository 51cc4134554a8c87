package io.keystile.app.console.audit;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Destination;
import io.keystile.app.console.Pages;
import io.keystile.app.console.Section;
import io.keystile.app.console.jobs.Jobs;
import io.keystile.app.console.jobs.Task;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Session;
import io.keystile.auth.audit.AuditTrail;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** Looks whether the audit log is as it was written. That changes nothing, so viewers may too. */
@PermitAll
@ConsoleRoute(writing = Role.VIEWER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(AuditListController.PATH + "/verify")
final class VerifyController {

  private final AuditTrail trail;
  private final Jobs jobs;
  private final Pages pages;
  private final Clock clock;

  VerifyController(AuditTrail trail, Jobs jobs, Pages pages, Clock clock) {
    this.trail = trail;
    this.jobs = jobs;
    this.pages = pages;
    this.clock = clock;
  }

  @Post
  MutableHttpResponse<?> verify(Session session) {
    Task task =
        new Task(
            "Verifying the audit log",
            "Every row is compared with the seal that it was written with, and with the row"
                + " before.",
            "rows",
            trail.count(),
            Section.AUDIT,
            AuditListController.PATH);
    return jobs.start(
            session, task, progress -> new VerifiedPage(trail.verify(progress), clock.instant()))
        .<MutableHttpResponse<?>>map(job -> pages.goTo(Destination.of(job.path())))
        .orElseGet(() -> pages.goTo(AuditNotice.BUSY.on(AuditListController.PATH)));
  }
}
