package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.usage.UsageHistory;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;

/** How much is called, and what becomes of it. */
@Tag(name = "Usage")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/usage")
class UsageController {

  private final ManagementCalls calls;
  private final UsageHistory history;
  private final Clock clock;

  UsageController(ManagementCalls calls, UsageHistory history, Clock clock) {
    this.calls = calls;
    this.history = history;
    this.clock = clock;
  }

  /**
   * Tells what became of calls, by the hour or by the day. The history of a key outlives the key.
   *
   * @return the hours or days
   */
  @ManagementRead
  @Refusable
  @Get
  HttpResponse<UsageView> showUsage(@RequestBean UsageParameters parameters) {
    return calls.look(
        parameters.request(),
        () -> {
          UsageParameters.Wanted wanted = parameters.read(clock.instant());
          return HttpResponse.ok(wanted.daily() ? days(wanted) : hours(wanted));
        });
  }

  private UsageView hours(UsageParameters.Wanted wanted) {
    ApiKeyId key = wanted.key();
    return UsageView.ofHours(
        wanted.from(),
        wanted.to(),
        key == null
            ? history.ofAll(wanted.from(), wanted.to())
            : history.of(key, wanted.from(), wanted.to()));
  }

  private UsageView days(UsageParameters.Wanted wanted) {
    ApiKeyId key = wanted.key();
    return UsageView.ofDays(
        wanted.from(),
        wanted.to(),
        key == null
            ? history.daysOfAll(wanted.from(), wanted.to())
            : history.daysOf(key, wanted.from(), wanted.to()));
  }
}
