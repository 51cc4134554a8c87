package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.usage.UsageDay;
import io.keystile.auth.usage.UsageHistory;
import io.keystile.auth.usage.UsageHour;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

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
          return HttpResponse.ok(
              new UsageView(
                  wanted.from().toString(),
                  wanted.to().toString(),
                  wanted.daily() ? days(wanted) : hours(wanted),
                  null));
        });
  }

  private List<UsageView.Span> hours(UsageParameters.Wanted wanted) {
    ApiKeyId key = wanted.key();
    List<UsageHour> hours =
        key == null
            ? history.ofAll(wanted.from(), wanted.to())
            : history.of(key, wanted.from(), wanted.to());
    return hours.stream().map(hour -> UsageView.Span.of(hour.start(), hour.calls())).toList();
  }

  private List<UsageView.Span> days(UsageParameters.Wanted wanted) {
    ApiKeyId key = wanted.key();
    List<UsageDay> days =
        key == null
            ? history.daysOfAll(wanted.from(), wanted.to())
            : history.daysOf(key, wanted.from(), wanted.to());
    return days.stream()
        .map(
            day ->
                UsageView.Span.of(day.day().atStartOfDay(ZoneOffset.UTC).toInstant(), day.calls()))
        .toList();
  }
}
