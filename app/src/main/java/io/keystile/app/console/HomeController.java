package io.keystile.app.console;

import io.keystile.app.console.people.SignedIn;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** The door: leads to the first page. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/console")
final class HomeController {

  private final Navigation navigation;
  private final Pages pages;

  HomeController(Navigation navigation, Pages pages) {
    this.navigation = navigation;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> home(SignedIn signedIn) {
    return pages.goTo(Destination.of(navigation.home(signedIn)));
  }
}
