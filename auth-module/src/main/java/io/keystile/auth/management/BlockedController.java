package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.limit.AddressGroup;
import io.keystile.auth.limit.BlockedAddresses;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Addresses that guessed too often. */
@Tag(name = "Blocked addresses")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/blocked-addresses")
class BlockedController {

  private static final int MOST = 1000;

  private final ManagementCalls calls;
  private final BlockedAddresses blocked;

  BlockedController(ManagementCalls calls, BlockedAddresses blocked) {
    this.calls = calls;
    this.blocked = blocked;
  }

  /**
   * Lists the addresses that this process refuses at the moment, at most 1000.
   *
   * @return those that wait longest first
   */
  @ManagementRead
  @Refusable
  @Get
  HttpResponse<BlockedView.Items> listBlocked(HttpRequest<?> request) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(BlockedView.Items.of(blocked.list(), MOST));
        });
  }

  /**
   * Lets an address in at once. For a network, name any address in it.
   *
   * @param address the address
   */
  @Refusable
  @ApiResponse(responseCode = "204", description = "It is let in.")
  @Delete("/{address}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> unblock(HttpRequest<?> request, String address) {
    return calls.answer(
        request,
        AuditAction.ADDRESS_UNBLOCK,
        address,
        () -> {
          Parameters.refuseAny(request);
          if (!blocked.unblock(group(address))) {
            throw notBlocked();
          }
          return HttpResponse.noContent();
        });
  }

  private static AddressGroup group(String address) {
    try {
      return AddressGroup.parse(address);
    } catch (IllegalArgumentException e) {
      throw notBlocked();
    }
  }

  private static RefusedException notBlocked() {
    return new RefusedException(
        HttpStatus.NOT_FOUND, "address_not_blocked", "This address is not blocked.");
  }
}
