package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
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

  private static final int MAX_LINES = 10_000;

  private final KeyImporter importer;
  private final Pages pages;

  ImportKeysController(KeyImporter importer, Pages pages) {
    this.importer = importer;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> form() {
    return pages.show(new ImportPage("Imported", "", false, Faults.none(), null));
  }

  @Post
  MutableHttpResponse<?> bringIn(Form form) {
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
    ImportReport report = importer.importKeys(lines, options);
    return report.applied()
        ? pages.show(page(form, faults, report))
        : pages.showFaulty(page(form, faults, report));
  }

  private static ImportPage page(Form form, Faults faults, @Nullable ImportReport report) {
    return new ImportPage(
        form.text("name"), form.text("scopes"), form.has("allOrNothing"), faults, report);
  }

  private static List<String> lines(String text, Faults faults) {
    List<String> lines = text.lines().toList();
    if (lines.stream().allMatch(String::isBlank)) {
      faults.add("keys", "Paste at least one key.");
    } else if (lines.size() > MAX_LINES) {
      faults.add("keys", "At most 10,000 lines at once.");
    }
    return lines;
  }

  private static @Nullable Scopes scopes(String text, Faults faults) {
    return text.isEmpty()
        ? null
        : FieldChecks.check(
            faults, "scopes", KeyFormReader.words(text), grants -> Scopes.of(grants));
  }
}
