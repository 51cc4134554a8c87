package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Pages;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyRecovery;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One key, and the question what would happen to it. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST + "/{id}")
final class KeyController {

  private final ApiKeys keys;
  private final KeyLines lines;
  private final KeyActivities activities;
  private final KeyRecovery recovery;
  private final Trials trials;
  private final Pages pages;

  KeyController(
      ApiKeys keys,
      KeyLines lines,
      KeyActivities activities,
      KeyRecovery recovery,
      Trials trials,
      Pages pages) {
    this.keys = keys;
    this.lines = lines;
    this.activities = activities;
    this.recovery = recovery;
    this.trials = trials;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> show(String id) {
    return KeyPaths.find(keys, id)
        .<MutableHttpResponse<?>>map(key -> pages.show(page(key, trials.ask(), Faults.none())))
        .orElseGet(pages::notFound);
  }

  /** What would happen if. It changes nothing, so its address can be kept. */
  @Get("/check")
  MutableHttpResponse<?> check(
      String id,
      @QueryValue(defaultValue = "") String address,
      @QueryValue(defaultValue = "") String route,
      @QueryValue(defaultValue = "") String at,
      @QueryValue(defaultValue = "UTC") String zone) {
    ManagedKey key = KeyPaths.find(keys, id).orElse(null);
    if (key == null) {
      return pages.notFound();
    }
    Faults faults = Faults.none();
    Trial trial = trials.ask(key.id(), address, route, at, zone, faults);
    KeyDetailsPage page = page(key, trial, faults);
    return faults.isEmpty() ? pages.show(page) : pages.showFaulty(page);
  }

  private KeyDetailsPage page(ManagedKey key, Trial trial, Faults faults) {
    return new KeyDetailsPage(
        lines.of(List.of(key)).get(0),
        recovery.isOn() && key.source() == ManagedKey.Source.DATABASE,
        activities.of(key.id()),
        trial,
        faults);
  }
}
