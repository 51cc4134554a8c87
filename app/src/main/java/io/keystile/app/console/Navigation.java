package io.keystile.app.console;

import io.keystile.app.console.people.SignedIn;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows which sections have a page. */
@Singleton
final class Navigation {

  private final Router router;

  Navigation(Router router) {
    this.router = router;
  }

  /** What this person sees of it; nothing for one who is not signed in. */
  List<Section> of(@Nullable SignedIn signedIn) {
    return signedIn == null
        ? List.of()
        : Section.entries().stream()
            .filter(section -> signedIn.may(section.role()) && hasPage(section))
            .toList();
  }

  private boolean hasPage(Section section) {
    return router.route(HttpMethod.GET, section.path()).isPresent();
  }
}
