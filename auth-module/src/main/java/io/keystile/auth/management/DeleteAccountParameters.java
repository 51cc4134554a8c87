package io.keystile.auth.management;

import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.KeysOfAccount;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the keys of an account that is removed. */
@Introspected
record DeleteAccountParameters(
    HttpRequest<?> request,
    @Parameter(description = "The account that its keys go to.") @QueryValue
        @Nullable String transferTo,
    @Parameter(description = "Whether its keys are removed with it.")
        @Schema(implementation = Boolean.class, defaultValue = "false")
        @QueryValue
        @Nullable String deleteKeys,
    @Parameter(description = "last-way-in when no key may be left that can manage keys.")
        @Schema(
            type = "string",
            allowableValues = {"last-way-in", "open-addresses"})
        @QueryValue
        @Nullable String confirm) {

  /** What was asked for. */
  record Wanted(KeysOfAccount itsKeys, Set<Confirmation> confirmed) {

    /** The account that the keys go to, or null when they go nowhere. */
    @Nullable String heir() {
      return itsKeys instanceof KeysOfAccount.Transfer transfer ? transfer.account() : null;
    }
  }

  Wanted read() {
    Parameters parameters = new Parameters(request);
    String heir = parameters.text("transferTo");
    Boolean removed = parameters.parsed("deleteKeys", DeleteAccountParameters::flag);
    boolean delete = removed != null && removed;
    if (heir != null && delete) {
      parameters.fault("deleteKeys", "Keys are transferred or removed, not both.");
    }
    Set<Confirmation> confirmed = ChangeParameters.confirmed(parameters);
    parameters.end();
    return new Wanted(itsKeys(heir, delete), confirmed);
  }

  private static KeysOfAccount itsKeys(@Nullable String heir, boolean delete) {
    if (heir != null) {
      return new KeysOfAccount.Transfer(heir);
    }
    return delete ? new KeysOfAccount.Delete() : new KeysOfAccount.RefuseIfAny();
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("This must be true or false.");
    }
    return Boolean.valueOf(text);
  }
}
