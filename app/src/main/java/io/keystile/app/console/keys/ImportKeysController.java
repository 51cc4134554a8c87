package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Destination;
import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.Section;
import io.keystile.app.console.jobs.Jobs;
import io.keystile.app.console.jobs.Task;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Session;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings in keys, one on a line. A line that was brought in before stays as it is. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST + "/import")
final class ImportKeysController {

  private static final int MAX_LINES = 100_000;

  /** So many lines are read while the browser waits for its answer. */
  private static final int MAX_AT_ONCE = 1_000;

  private static final String BUSY =
      "Other long work goes on at the moment. Paste the keys again when it is done.";

  private final KeyImporter importer;
  private final Jobs jobs;
  private final Pages pages;

  ImportKeysController(KeyImporter importer, Jobs jobs, Pages pages) {
    this.importer = importer;
    this.jobs = jobs;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> form() {
    return pages.show(new ImportPage("Imported", "", false, Faults.none(), null));
  }

  @Post
  MutableHttpResponse<?> bringIn(Session session, Form form) {
    Faults faults = Faults.none();
    boolean all = form.has("allOrNothing");
    List<String> lines = lines(form.raw("keys"), faults);
    Scopes scopes = scopes(form.text("scopes"), faults);
    KeyImport options =
        FieldChecks.check(
            faults, "name", form.text("name"), text -> new KeyImport(text, scopes, all));
    if (!faults.isEmpty() || options == null) {
      faults.add("keys", "Paste the keys again: they are not sent back to you.");
      return pages.showFaulty(page(form, faults, null));
    }
    if (lines.size() > MAX_AT_ONCE) {
      return begin(session, form, lines, options);
    }
    ImportReport report = importer.importKeys(lines, options);
    return report.applied()
        ? pages.show(page(form, faults, report))
        : pages.showFaulty(page(form, faults, report));
  }

  private MutableHttpResponse<?> begin(
      Session session, Form form, List<String> lines, KeyImport options) {
    Task task =
        new Task(
            "Importing keys",
            "All of them are brought in together at the end, or none when you stop before.",
            "lines",
            lines.size(),
            Section.KEYS,
            KeyPaths.LIST + "/import");
    // The form holds the keys; what is kept of it does not.
    ImportPage asked = page(form, Faults.none(), null);
    return jobs.start(
            session, task, progress -> asked.with(importer.importKeys(lines, options, progress)))
        .<MutableHttpResponse<?>>map(job -> pages.goTo(Destination.of(job.path())))
        .orElseGet(() -> pages.showFaulty(page(form, Faults.of("keys", BUSY), null)));
  }

  private static ImportPage page(Form form, Faults faults, @Nullable ImportReport report) {
    return new ImportPage(
        form.text("name"),
        form.text("scopes"),
        form.has("allOrNothing"),
        faults,
        report == null ? null : ImportSummary.of(report));
  }

  private static List<String> lines(String text, Faults faults) {
    List<String> lines = text.lines().toList();
    if (lines.stream().allMatch(String::isBlank)) {
      faults.add("keys", "Paste at least one key.");
    } else if (lines.size() > MAX_LINES) {
      faults.add("keys", "At most 100,000 lines at once.");
    }
    return lines;
  }

  private static @Nullable Scopes scopes(String text, Faults faults) {
    return text.isEmpty()
        ? null
        : FieldChecks.check(faults, "scopes", FieldChecks.words(text), grants -> Scopes.of(grants));
  }
}
