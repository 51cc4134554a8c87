package io.keystile.app.console.refusals;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Destination;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Pages;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.receipt.Receipt;
import io.keystile.auth.receipt.ReceiptPage;
import io.keystile.auth.receipt.Receipts;
import io.keystile.auth.receipt.ReceiptsConfiguration;
import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Refused calls: the list, and the receipt of each. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(RefusalsController.PATH)
final class RefusalsController {

  static final String PATH = "/console/refusals";

  private static final int SIZE = 25;
  private static final String NOT_ONE =
      "A receipt is rcpt_ and letters or digits: the caller got it as X-Keystile-Receipt.";

  private final Receipts receipts;
  private final ApiKeys keys;
  private final Live<ReceiptsConfiguration> configuration;
  private final Pages pages;
  private final Clock clock;

  RefusalsController(
      Receipts receipts,
      ApiKeys keys,
      Live<ReceiptsConfiguration> configuration,
      Pages pages,
      Clock clock) {
    this.receipts = receipts;
    this.keys = keys;
    this.configuration = configuration;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * The list.
   *
   * @param receipt the id of a receipt to be shown, or empty
   * @param seen the latest that a page shows, when it asks by itself
   */
  @Get
  MutableHttpResponse<?> list(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String code,
      @QueryValue(defaultValue = "") String address,
      @QueryValue(defaultValue = "") String key,
      @QueryValue(defaultValue = "") String period,
      @QueryValue(defaultValue = "") String cursor,
      @QueryValue(defaultValue = "") String receipt,
      @QueryValue(defaultValue = "") String seen) {
    if (ReceiptIds.isOne(receipt.strip())) {
      return pages.goTo(Destination.of(PATH + "/" + receipt.strip()));
    }
    Faults faults = Faults.none().addIf("receipt", receipt.isBlank() ? null : NOT_ONE);
    RefusalSearch search = RefusalSearch.read(code, address, key, period, cursor, faults);
    if (!faults.isEmpty()) {
      return pages.showFaulty(new RefusalsPage(search, List.of(), null, kept(), false, faults));
    }
    RefusalsPage page = page(search, Pages.isPart(request), faults);
    return page.part() && !seen.isEmpty() && seen.equals(page.latest())
        ? pages.nothingNew()
        : pages.show(page);
  }

  /** One receipt. */
  @Get("/{id}")
  MutableHttpResponse<?> show(String id) {
    return receipts
        .find(id)
        .<MutableHttpResponse<?>>map(found -> pages.show(new RefusalPage(named(found))))
        .orElseGet(() -> pages.notFound(new NoRefusalPage(kept())));
  }

  private RefusalsPage page(RefusalSearch search, boolean part, Faults faults) {
    ReceiptPage found = receipts.page(search.filter(clock.instant()), search.cursor(), SIZE);
    List<Refusal> refusals = found.items().stream().map(this::named).toList();
    return new RefusalsPage(search, refusals, found.nextCursor(), kept(), part, faults);
  }

  private Refusal named(Receipt receipt) {
    return new Refusal(
        receipt,
        receipt.keyId() == null
            ? null
            : keys.find(receipt.keyId()).map(ManagedKey::name).orElse(null));
  }

  private Kept kept() {
    return Kept.of(configuration.get());
  }
}
