package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.SignedIn;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.KeyRecovery;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The list of keys. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST)
final class KeyListController {

  private static final int SIZE = 25;

  private final ApiKeys keys;
  private final KeyLines lines;
  private final KeyRecovery recovery;
  private final FormTokens tokens;
  private final Pages pages;
  private final Clock clock;

  KeyListController(
      ApiKeys keys,
      KeyLines lines,
      KeyRecovery recovery,
      FormTokens tokens,
      Pages pages,
      Clock clock) {
    this.keys = keys;
    this.lines = lines;
    this.recovery = recovery;
    this.tokens = tokens;
    this.pages = pages;
    this.clock = clock;
  }

  @Get
  MutableHttpResponse<?> list(
      SignedIn signedIn,
      @QueryValue @Nullable String text,
      @QueryValue @Nullable String filter,
      @QueryValue @Nullable String sort,
      @QueryValue @Nullable String owner,
      @QueryValue @Nullable String cursor) {
    KeyListState state = KeyListState.read(text, filter, sort, owner, cursor);
    KeyPage found = find(state);
    return pages.show(
        new KeyListPage(
            state,
            lines.of(found.items()),
            found.nextCursor(),
            keys.count(),
            recovery.isOn(),
            NewKeys.proposedName(clock.instant()),
            tokens.issue(signedIn.user())));
  }

  /** A cursor of another order, or none of ours, leads to the first page. */
  private KeyPage find(KeyListState state) {
    try {
      return keys.search(state.query(clock.instant()), state.cursor(), SIZE);
    } catch (IllegalArgumentException e) {
      return keys.search(state.query(clock.instant()), null, SIZE);
    }
  }
}
