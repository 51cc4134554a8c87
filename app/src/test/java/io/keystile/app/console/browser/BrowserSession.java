package io.keystile.app.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Sessions;
import java.util.List;

/**
 * One window of a real browser on one server. Whatever a page must not do is noted, and fails the
 * test when the session is closed: see {@link Wrongs}.
 */
public final class BrowserSession implements AutoCloseable {

  /** What a page may bring over the wire in all, the first time. */
  private static final int MOST_BYTES = 100 * 1024;

  private final ConsoleServer server;
  private final BrowserContext context;
  private final Page page;
  private final Wrongs wrongs;

  private BrowserSession(ConsoleServer server, int width, boolean dark, boolean script) {
    this.server = server;
    this.context =
        Chromium.open(
            new NewContextOptions()
                .setViewportSize(width, Screenshots.HEIGHT)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(script));
    this.wrongs = new Wrongs(context, server.uri().toString());
    this.page = context.newPage();
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

  /** Is signed in as the user with the role, without having typed anything. */
  public BrowserSession as(Role role) {
    String name = ConsoleServer.nameOf(role);
    String token = server.bean(Sessions.class).start(name, "127.0.0.1").text();
    context.addCookies(
        List.of(
            new Cookie("keystile_console", token)
                .setUrl(server.uri().toString())
                .setHttpOnly(true)
                .setSameSite(SameSiteAttribute.STRICT)));
    return this;
  }

  /** Types name and password as the user with the role. */
  public BrowserSession signIn(Role role) {
    go("/console/sign-in");
    page.getByLabel("Name").fill(ConsoleServer.nameOf(role));
    page.getByLabel("Password").fill(ConsoleServer.PASSWORD);
    button("Sign in").click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return this;
  }

  /** Shows a page of the server. */
  public BrowserSession go(String path) {
    page.navigate(server.uri() + path);
    return this;
  }

  /** Shows a page of somebody else, who stands at this origin. */
  public BrowserSession visit(String origin, String html) {
    wrongs.allow(origin);
    page.route(
        origin + "/",
        route -> route.fulfill(new FulfillOptions().setContentType("text/html").setBody(html)));
    page.navigate(origin + "/");
    return this;
  }

  /** The button with exactly this name. */
  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The field with exactly this label. */
  public Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** Lets pages read and write the clipboard. */
  public BrowserSession withClipboard() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    return this;
  }

  /** What stands in the clipboard. */
  public String clipboard() {
    return String.valueOf(page.evaluate("navigator.clipboard.readText()"));
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

  /** Fails when a page with everything that it needs is too much for a slow line. */
  public BrowserSession expectSmall(String path) {
    JsonObject off = new JsonObject();
    off.addProperty("cacheDisabled", true);
    context.newCDPSession(page).send("Network.setCacheDisabled", off);
    go(path);
    Object bytes =
        page.evaluate(
            "['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))"
                + ".reduce((sum, entry) => sum + entry.transferSize, 0)");
    int sum = ((Number) bytes).intValue();
    assertTrue(sum > 0, "nothing was measured");
    assertTrue(sum < MOST_BYTES, () -> path + " brings " + sum + " bytes over the wire");
    return this;
  }

  /** Pictures of the page that is shown, see {@link Screenshots}. */
  public BrowserSession take(String name) {
    new Screenshots(page).take(name);
    return this;
  }

  /** Fails when a page did so far what it must not do. */
  public void expectNothingWrong() {
    assertEquals(List.of(), wrongs.all(), page.url());
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), wrongs.all());
  }
}
