package io.keystile.app.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.people.Role;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One window of a real browser on one server. Whatever a page must not do is noted, and fails the
 * test when the session is closed: a request to another origin, a refusal by the content policy, an
 * error of a script.
 */
public final class BrowserSession implements AutoCloseable {

  private final ConsoleServer server;
  private final Chromium chromium = new Chromium();
  private final BrowserContext context;
  private final Page page;
  private final List<String> wrongs = new CopyOnWriteArrayList<>();

  private BrowserSession(ConsoleServer server, int width, boolean dark, boolean script) {
    this.server = server;
    this.context = chromium.open(width, dark, script);
    this.page = context.pages().get(0);
    String origin = server.uri().toString();
    context.onRequest(
        request -> {
          if (!request.url().startsWith(origin + "/") && !request.url().startsWith("data:")) {
            wrongs.add("asked another origin: " + request.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            wrongs.add(message.text());
          }
        });
    context.onWebError(error -> wrongs.add("script: " + error.error()));
  }

  /** A wide window, light. */
  public static BrowserSession open(ConsoleServer server) {
    return new BrowserSession(server, Screenshots.WIDE, false, true);
  }

  /** A window as wide and dark as wanted, with or without script. */
  public static BrowserSession open(ConsoleServer server, int width, boolean dark, boolean script) {
    return new BrowserSession(server, width, dark, script);
  }

  /** The page that is shown. */
  public Page page() {
    return page;
  }

  /** Types name and password as the user with the role. */
  public BrowserSession signIn(Role role) {
    go("/console/sign-in");
    page.getByLabel("Name").fill(ConsoleServer.nameOf(role));
    page.getByLabel("Password").fill(ConsoleServer.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return this;
  }

  /** Shows a page of the server. */
  public BrowserSession go(String path) {
    page.navigate(server.uri() + path);
    return this;
  }

  /** Fails when the page that is shown has something that keeps people out. */
  public BrowserSession expectAccessible() {
    AxeResults results = new AxeBuilder(page).analyze();
    List<String> found =
        results.getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
            .toList();
    assertEquals(List.of(), found, page.url());
    return this;
  }

  /** Pictures of the page that is shown, see {@link Screenshots}. */
  public BrowserSession take(String name) {
    new Screenshots(page).take(name);
    return this;
  }

  @Override
  public void close() {
    context.close();
    chromium.close();
    assertEquals(List.of(), List.copyOf(wrongs));
  }
}
