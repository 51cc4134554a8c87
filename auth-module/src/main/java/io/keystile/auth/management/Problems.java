package io.keystile.auth.management;

import io.keystile.auth.KeystileException;
import io.keystile.auth.audit.AuditUnavailableException;
import io.keystile.auth.keys.AccountNotFoundException;
import io.keystile.auth.keys.ConflictException;
import io.keystile.auth.keys.KeyNotFoundException;
import io.keystile.auth.keys.KeyNotRecoverableException;
import io.keystile.auth.keys.LastWayInException;
import io.keystile.auth.keys.VersionMismatchException;
import io.keystile.auth.management.input.FaultyInputException;
import io.keystile.auth.settings.SettingNotFoundException;
import io.keystile.auth.settings.SettingRefusedException;
import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.http.HttpStatus;

/** What went wrong, as a caller is told. Of a fault of ours it is told only that there was one. */
final class Problems {

  private Problems() {}

  static Problem of(RuntimeException fault) {
    if (fault instanceof KeystileException known) {
      return of(known);
    }
    if (fault instanceof IllegalArgumentException wrong) {
      return Problem.of(
          HttpStatus.BAD_REQUEST, "invalid_request", sentence(String.valueOf(wrong.getMessage())));
    }
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal_error",
        "This did not work. The server's log tells more, under the request id of this answer.");
  }

  private static Problem of(KeystileException fault) {
    String detail = sentence(String.valueOf(fault.getMessage()));
    if (fault instanceof FaultyInputException faulty) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          "invalid_request",
          "The request cannot be taken as it is; errors tells where.",
          faulty.faults());
    }
    if (fault instanceof RefusedException refused) {
      return refused.problem();
    }
    if (fault instanceof KeyNotFoundException) {
      return Problem.of(HttpStatus.NOT_FOUND, "key_not_found", detail);
    }
    if (fault instanceof AccountNotFoundException) {
      return Problem.of(HttpStatus.NOT_FOUND, "account_not_found", detail);
    }
    if (fault instanceof VersionMismatchException) {
      return Problem.of(HttpStatus.PRECONDITION_FAILED, "version_mismatch", detail);
    }
    if (fault instanceof LastWayInException) {
      return Problem.of(
          HttpStatus.CONFLICT,
          "last_way_in",
          "Afterwards no usable key would have the scope keystile:admin. Make another one first, or"
              + " confirm this with confirm=last-way-in.");
    }
    if (fault instanceof KeyNotRecoverableException) {
      return Problem.of(HttpStatus.CONFLICT, "key_not_recoverable", detail);
    }
    if (fault instanceof ConflictException) {
      return Problem.of(HttpStatus.CONFLICT, "conflict", detail);
    }
    if (fault instanceof SettingNotFoundException) {
      return Problem.of(HttpStatus.NOT_FOUND, "setting_not_found", detail);
    }
    if (fault instanceof SettingRefusedException) {
      return Problem.of(HttpStatus.CONFLICT, "setting_refused", detail);
    }
    return unavailable(fault);
  }

  private static Problem unavailable(KeystileException fault) {
    boolean store =
        fault instanceof StoreUnavailableException || fault instanceof AuditUnavailableException;
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        store ? "key_store_unavailable" : "unavailable",
        "The key store cannot be used at the moment; nothing was changed. Try again later.");
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
