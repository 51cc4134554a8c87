package io.keystile.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the pages of the console by following its links, so that no new page is forgotten. */
public final class PageFinder {

  private static final Pattern LINK =
      Pattern.compile("(?:<form method=\"get\" action|href)=\"(/console[^\"#?]*)");

  private final Router router;
  private final Visitor visitor;
  private final Map<String, String> pages = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> waiting = new ArrayDeque<>();

  private PageFinder(ConsoleServer server, Visitor visitor) {
    this.router = server.bean(Router.class);
    this.visitor = visitor;
  }

  /**
   * A path for each route that this visitor gets to by links and searches, beginning at the first
   * page. Fails at a link that leads nowhere.
   */
  public static Map<String, String> find(ConsoleServer server, Visitor visitor) {
    PageFinder finder = new PageFinder(server, visitor);
    finder.waiting.add("/console");
    while (!finder.waiting.isEmpty()) {
      finder.look(finder.waiting.remove());
    }
    return finder.pages;
  }

  /** Every route below {@code /console} that can be asked for with GET. */
  public static Set<String> routes(ConsoleServer server) {
    return server
        .bean(Router.class)
        .uriRoutes()
        .filter(route -> route.getHttpMethod() == HttpMethod.GET)
        .map(PageFinder::template)
        .filter(template -> template.startsWith("/console"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void look(String path) {
    String route = router.route(HttpMethod.GET, path).map(PageFinder::template).orElse("none");
    if (route.startsWith("/console/assets") || !seen.add(route)) {
      return;
    }
    Answer answer = visitor.get(path);
    if (answer.status() == 303) {
      waiting.addFirst(answer.location());
      return;
    }
    assertEquals(200, answer.status(), path);
    if (answer.header("Content-Type").startsWith("text/html")) {
      pages.put(route, path);
      Matcher link = LINK.matcher(answer.body());
      while (link.find()) {
        waiting.add(link.group(1));
      }
    }
  }

  private static String template(RouteMatch<?> match) {
    return match instanceof UriRouteMatch<?, ?> found ? template(found.getRouteInfo()) : "none";
  }

  private static String template(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toPathString();
  }
}
