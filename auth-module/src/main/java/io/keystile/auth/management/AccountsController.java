package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.AccountSettings;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Accounts, which own keys. */
@Tag(name = "Accounts")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/accounts")
class AccountsController {

  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final ManagementCalls calls;
  private final Accounts accounts;
  private final Grants grants;
  private final ManagementConfiguration configuration;

  AccountsController(
      ManagementCalls calls,
      Accounts accounts,
      Grants grants,
      ManagementConfiguration configuration) {
    this.calls = calls;
    this.accounts = accounts;
    this.grants = grants;
    this.configuration = configuration;
  }

  /**
   * Makes an account. Nobody can grant scopes that they lack.
   *
   * @return the account
   */
  @Refusable
  @Post
  @Status(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Bodies.NewAccount.class)))
  HttpResponse<AccountView> createAccount(HttpRequest<?> request, @Body byte[] body) {
    return calls.answer(
        request,
        AuditAction.ACCOUNT_CREATE,
        "-",
        () -> {
          Parameters.refuseAny(request);
          AccountBody wanted = AccountBody.readNew(body);
          grants.require(wanted.scopes());
          Account account =
              AccountBody.pointed(
                  () -> accounts.create(wanted.name(), wanted.description(), wanted.scopes()));
          URI location = URI.create(configuration.path() + "/accounts/" + account.name());
          return HttpResponse.created(AccountView.of(account), location);
        });
  }

  /**
   * Lists accounts by their names, a page at a time.
   *
   * @return a page
   */
  @ManagementRead
  @Refusable
  @Get
  HttpResponse<AccountView.Page> listAccounts(@RequestBean PageParameters parameters) {
    return calls.look(
        parameters.request(),
        () -> {
          PageParameters.Wanted page = parameters.read();
          return HttpResponse.ok(
              AccountView.Page.of(accounts.list(page.cursor(), page.size()), page.size()));
        });
  }

  /**
   * Shows an account.
   *
   * @param name the account's name
   * @return the account
   */
  @ManagementRead
  @Refusable
  @Get("/{name}")
  HttpResponse<AccountView> showAccount(HttpRequest<?> request, String name) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(AccountView.of(accounts.get(name)));
        });
  }

  /**
   * Changes what an account is for, and what its keys may do at the most; what is left out stays.
   * Nobody can grant scopes that they lack.
   *
   * @param name the account's name
   * @return the account as it is now
   */
  @Refusable
  @Patch("/{name}")
  @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MERGE_PATCH,
            schema = @Schema(implementation = Bodies.AccountPatch.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Bodies.AccountPatch.class))
      })
  HttpResponse<AccountView> changeAccount(
      @RequestBean ConfirmParameters parameters, String name, @Body byte[] body) {
    return calls.answer(
        parameters.request(),
        AuditAction.ACCOUNT_CHANGE,
        name,
        () -> {
          Set<Confirmation> confirmed = parameters.read();
          UnaryOperator<AccountSettings> wanted = AccountBody.readPatch(body);
          UnaryOperator<AccountSettings> change = there -> granted(there, wanted.apply(there));
          return HttpResponse.ok(AccountView.of(accounts.change(name, change, confirmed)));
        });
  }

  /**
   * Lets the keys of an account be used again. Nobody can enable an account that can do more than
   * they can.
   *
   * @param name the account's name
   * @return the account as it is now
   */
  @Refusable
  @Post("/{name}/enable")
  HttpResponse<AccountView> enableAccount(HttpRequest<?> request, String name) {
    return calls.answer(
        request,
        AuditAction.ACCOUNT_ENABLE,
        name,
        () -> {
          Parameters.refuseAny(request);
          NoBody.require(request);
          grants.require(accounts.get(name).scopes());
          return HttpResponse.ok(AccountView.of(accounts.setEnabled(name, true)));
        });
  }

  /**
   * Keeps the keys of an account from being used.
   *
   * @param name the account's name
   * @return the account as it is now
   */
  @Refusable
  @Post("/{name}/disable")
  HttpResponse<AccountView> disableAccount(@RequestBean ConfirmParameters parameters, String name) {
    return calls.answer(
        parameters.request(),
        AuditAction.ACCOUNT_DISABLE,
        name,
        () -> {
          Set<Confirmation> confirmed = parameters.read();
          NoBody.require(parameters.request());
          return HttpResponse.ok(AccountView.of(accounts.setEnabled(name, false, confirmed)));
        });
  }

  /**
   * Removes an account. What becomes of its keys has to be said, if it owns any.
   *
   * @param name the account's name
   */
  @Refusable
  @ApiResponse(responseCode = "204", description = "It is gone.")
  @Delete("/{name}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> deleteAccount(@RequestBean DeleteAccountParameters parameters, String name) {
    return calls.answer(
        parameters.request(),
        AuditAction.ACCOUNT_DELETE,
        name,
        () -> {
          DeleteAccountParameters.Wanted wanted = parameters.read();
          String heir = wanted.heir();
          if (heir != null) {
            grants.require(AccountBody.pointedAt("transferTo", () -> accounts.get(heir)).scopes());
          }
          accounts.delete(name, wanted.itsKeys(), wanted.confirmed());
          return HttpResponse.noContent();
        });
  }

  private AccountSettings granted(AccountSettings there, AccountSettings wanted) {
    if (!wanted.scopes().equals(there.scopes())) {
      grants.require(wanted.scopes());
    }
    return wanted;
  }
}
