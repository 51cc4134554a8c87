package io.keystile.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.keystile.app.console.browser.BrowserSession;
import io.keystile.app.console.people.Role;
import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that want to be more than text: kept, shown, typed into every field of every form. */
@Tag("slow")
class HostileTextBrowserTest {

  private static final String LIST = "/console/keys";

  /** So many at once in a field of a form whose content becomes part of an address. */
  private static final int IN_ADDRESS = 11;

  /** At least so many forms are filled: a search that finds none has not looked. */
  private static final int FEWEST_FORMS = 12;

  /** Elements that only a hostile text can have brought. */
  private static final String FOREIGN =
      """
      () => [...document.querySelectorAll(`[class*=pwned], [onerror], [onload], [onfocus],
        [onmouseover], [hx-get*=sign-out], body style, body script, body link, iframe, object, embed, base`)]
        .map((it) => it.outerHTML.slice(0, 200))
      """;

  private static final String FIELDS =
      "input:not([type]), [type=text], [type=search], [type=password], textarea";

  /** Where forms with text fields stand, and whether what they send becomes part of an address. */
  private static final String FORMS =
      """
      (fields) => [...document.querySelectorAll("main form")]
        .map((form, index) => ({ form, index }))
        .filter(({ form }) => form.querySelector(fields))
        .filter(({ form }) => !(form.getAttribute("action") ?? "").includes("/export"))
        .map(({ form, index }) => [index, form.getAttribute("method") === "get"])
      """;

  private static final String SEND =
      """
      ([index, fields, texts]) => {
        const form = document.querySelectorAll("main form")[index];
        form.querySelectorAll(fields).forEach((field) => (field.value = texts));
        form.noValidate = true;
        form.dataset.tried = "yes";
        form.requestSubmit();
      }
      """;

  /** Fields that are shown with another text than was typed, but for secrets. */
  private static final String CHANGED =
      """
      ([fields, typed]) => [...document.querySelectorAll("main form")]
        .flatMap((form) => [...form.querySelectorAll(fields)])
        .filter((it) => it.value.includes("pwned") && it.value.trim() !== typed.trim())
        .map((it) => it.name + ": " + it.value)
      """;

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static BrowserSession browser;
  private static Set<String> names = new HashSet<>();
  private static Map<String, String> pages = Map.of();
  private static int tried;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
    ApiKeys keys = server.bean(ApiKeys.class);
    HostileTexts.ALL.forEach(text -> names.add(keys.issue(KeySettings.named(text)).key().name()));
    keys.issue(everywhere());
    server.bean(Accounts.class).create("team", String.join(" ", some(0)), Scopes.of("*"));
    pages = PageFinder.find(server, server.signedIn(Role.ADMINISTRATOR));
    browser = BrowserSession.open(server).as(Role.ADMINISTRATOR);
  }

  /** A key with such texts wherever it may have one. */
  private static KeySettings everywhere() {
    List<AddressEntry> notes = new ArrayList<>();
    for (String text : HostileTexts.ALL) {
      notes.add(new AddressEntry("10.0.0." + notes.size(), true, text));
    }
    Map<String, String> metadata = new HashMap<>();
    some(0).forEach(text -> metadata.put(text, text));
    return KeySettings.named("</h1><b class=pwned>")
        .describedAs(String.join(" ", some(0)))
        .from(notes.subList(0, 30), notes.subList(30, notes.size()))
        .withMetadata(metadata);
  }

  private static List<String> some(int chunk) {
    int from = chunk * IN_ADDRESS;
    return HostileTexts.ALL.subList(from, Math.min(from + IN_ADDRESS, HostileTexts.ALL.size()));
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
    assertTrue(tried > FEWEST_FORMS, () -> "only " + tried + " forms were tried");
  }

  @Test
  void thereAreSixtyAndMore() {
    assertTrue(HostileTexts.ALL.size() >= 60);
    assertEquals(HostileTexts.ALL.size(), Set.copyOf(HostileTexts.ALL).size());
  }

  @Test
  void theListShowsEachNameAsItIs() {
    Set<String> shown = new HashSet<>();
    String next = LIST;
    while (next != null) {
      browser.go(next);
      expectHarmless(next);
      shown.addAll(browser.page().locator("tbody th a").allTextContents());
      Locator more = browser.page().getByText("Next page");
      next = more.count() == 0 ? null : more.getAttribute("href");
    }
    assertTrue(shown.containsAll(names), () -> "shown are only " + shown);
  }

  static Stream<String> pages() {
    return pages.values().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageShowsThemAsText(String path) {
    browser.go(path);
    expectHarmless(path);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aFormShowsWhatWasTypedAsText(String path) {
    Object forms = browser.go(path).page().evaluate(FORMS, FIELDS);
    for (Object form : (List<?>) forms) {
      List<?> which = (List<?>) form;
      if (which.get(1).equals(true)) {
        int chunks = (HostileTexts.ALL.size() + IN_ADDRESS - 1) / IN_ADDRESS;
        IntStream.range(0, chunks).forEach(chunk -> send(path, which.get(0), some(chunk)));
      } else {
        send(path, which.get(0), HostileTexts.ALL);
      }
    }
  }

  private static void send(String path, Object index, List<String> texts) {
    String typed = String.join(" ", texts);
    Page page = browser.go(path).page();
    page.evaluate(SEND, List.of(index, FIELDS, typed));
    assertThat(page.locator("[data-tried]")).hasCount(0);
    page.waitForLoadState();
    String where = path + ", form " + index + ": " + page.url();
    assertFalse(page.url().contains("/sign-in"), where);
    assertEquals(0, page.getByText(Pattern.compile("^Status \\d+$")).count(), where);
    expectHarmless(where);
    assertEquals(List.of(), page.evaluate(CHANGED, List.of(FIELDS, typed)), where);
    tried++;
  }

  private static void expectHarmless(String where) {
    assertEquals(List.of(), browser.page().evaluate(FOREIGN), where);
    browser.expectNothingWrong();
  }
}
