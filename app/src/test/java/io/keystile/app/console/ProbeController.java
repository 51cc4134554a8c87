package io.keystile.app.console;

import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.SignedIn;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.Callers;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** A page like any other, to try what stands around pages. */
@PermitAll
@Requires(property = ProbeController.SETTING)
@ConsoleRoute(reading = Role.VIEWER, writing = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/console/probe")
final class ProbeController {

  static final String SETTING = "keystile.test.probe";
  static final String PATH = "/console/probe";

  private final Callers callers;
  private final Pages pages;

  ProbeController(Callers callers, Pages pages) {
    this.callers = callers;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> look(SignedIn signedIn) {
    return pages.show(probe("Seen by " + signedIn.user()));
  }

  @Get("/fail")
  MutableHttpResponse<?> fail() {
    throw new IllegalStateException("an inner matter");
  }

  @Post
  MutableHttpResponse<?> change(Form form) {
    return form.text("name").isEmpty()
        ? pages.showFaulty(probe("Faulty"))
        : pages.goTo(ProbeNotice.CHANGED.on(PATH));
  }

  @Get("/caller")
  MutableHttpResponse<?> caller() {
    Caller caller = callers.findCaller();
    String who = caller == null ? "nobody" : "id=" + caller.id() + " " + caller.scopes();
    return pages.show(probe("Called by " + who));
  }

  private static Page probe(String title) {
    return new ErrorPage(HttpStatus.OK, title, "A probe.");
  }

  private enum ProbeNotice implements Notice {
    CHANGED;

    @Override
    public String text() {
      return "The probe was changed.";
    }
  }
}
