package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.receipt.Receipts;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Why calls were refused. */
@Tag(name = "Receipts")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/receipts")
class ReceiptsController {

  private final ManagementCalls calls;
  private final Receipts receipts;

  ReceiptsController(ManagementCalls calls, Receipts receipts) {
    this.calls = calls;
    this.receipts = receipts;
  }

  /**
   * Lists refusals, the newest first.
   *
   * @return a page
   */
  @ManagementRead
  @Refusable
  @Get
  HttpResponse<ReceiptView.Page> listReceipts(@RequestBean ReceiptParameters parameters) {
    return calls.look(
        parameters.request(),
        () -> {
          ReceiptParameters.Wanted wanted = parameters.read();
          return HttpResponse.ok(
              ReceiptView.Page.of(receipts.page(wanted.filter(), wanted.cursor(), wanted.size())));
        });
  }

  /**
   * Shows a refusal: what each check said, and the values it compared.
   *
   * @param id what the caller was told as X-Keystile-Receipt
   * @return the receipt
   */
  @ManagementRead
  @Refusable
  @Get("/{id}")
  HttpResponse<ReceiptView> showReceipt(HttpRequest<?> request, String id) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(
              receipts
                  .find(id)
                  .map(ReceiptView::of)
                  .orElseThrow(
                      () ->
                          new RefusedException(
                              HttpStatus.NOT_FOUND,
                              "receipt_not_found",
                              "There is no receipt with this id, or it is no longer kept.")));
        });
  }
}
