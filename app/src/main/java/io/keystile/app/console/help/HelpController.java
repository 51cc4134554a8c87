package io.keystile.app.console.help;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Pages;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** Troubleshooting. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(HelpController.PATH)
final class HelpController {

  static final String PATH = "/console/help";

  private final Pages pages;

  HelpController(Pages pages) {
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> help() {
    return pages.show(new HelpPage(RefusalHelp.all()));
  }
}
