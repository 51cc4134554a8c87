package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Pages;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.ConflictException;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyNotFoundException;
import io.keystile.auth.keys.KeyRecovery;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** Shows a key again, where copies are kept. That stands in the audit log first. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST + "/{id}/reveal")
final class RevealController {

  private final ApiKeys keys;
  private final KeyRecovery recovery;
  private final Pages pages;

  RevealController(ApiKeys keys, KeyRecovery recovery, Pages pages) {
    this.keys = keys;
    this.recovery = recovery;
    this.pages = pages;
  }

  @Post
  MutableHttpResponse<?> reveal(String id) {
    ManagedKey key = KeyPaths.findChangeable(keys, id).orElse(null);
    if (key == null) {
      return pages.notFound();
    }
    try {
      return pages.show(SecretPage.revealed(new IssuedKey(key, recovery.reveal(key.id()))));
    } catch (KeyNotFoundException e) {
      return pages.notFound();
    } catch (ConflictException e) {
      return pages.showFaulty(new NotRevealedPage(key, String.valueOf(e.getMessage())));
    }
  }
}
