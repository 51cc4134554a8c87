package io.keystile.app.console.jobs;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Destination;
import io.keystile.app.console.Page;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Session;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** How far a job of one's own session is, and then what came of it. */
@PermitAll
@ConsoleRoute(writing = Role.VIEWER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(JobsController.PATH + "/{id}")
final class JobsController {

  static final String PATH = "/console/jobs";

  private final Jobs jobs;
  private final Pages pages;

  JobsController(Jobs jobs, Pages pages) {
    this.jobs = jobs;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> show(HttpRequest<?> request, Session session, String id) {
    Job job = jobs.find(session, id).orElse(null);
    if (job == null) {
      return pages.notFound();
    }
    boolean part = Pages.isPart(request);
    Page result = job.findResult();
    if (result == null) {
      return pages.show(JobPage.of(job, part));
    }
    return part ? pages.reload() : pages.show(result);
  }

  @Post("/stop")
  MutableHttpResponse<?> stop(Session session, String id) {
    Job job = jobs.find(session, id).orElse(null);
    if (job == null) {
      return pages.notFound();
    }
    job.stop();
    return pages.goTo(Destination.of(job.path()));
  }
}
