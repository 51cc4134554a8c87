package io.keystile.auth.management;

import io.keystile.auth.Scopes;
import io.keystile.auth.keys.AccountNotFoundException;
import io.keystile.auth.keys.AccountSettings;
import io.keystile.auth.management.input.Fault;
import io.keystile.auth.management.input.Faults;
import io.keystile.auth.management.input.FaultyInputException;
import io.keystile.auth.management.input.Fields;
import io.keystile.auth.management.input.Given;
import io.keystile.auth.management.input.Node;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An account that is to be made. */
record AccountBody(String name, @Nullable String description, Scopes scopes) {

  private static final Set<String> SHOWN = Set.of("enabled", "createdAt");

  static AccountBody readNew(byte @Nullable [] body) {
    Fields fields = Fields.read(body, new Faults());
    fields.refuse(SHOWN);
    String name = fields.require("name", Node::text);
    String description = fields.get("description", KeyBody::description).value();
    Scopes scopes = fields.require("scopes", KeyBody::scopes);
    fields.end();
    return new AccountBody(
        Objects.requireNonNull(name, "required"),
        description,
        Objects.requireNonNull(scopes, "required"));
  }

  /** What a merge patch makes of an account: what it does not name stays. */
  static UnaryOperator<AccountSettings> readPatch(byte @Nullable [] body) {
    Fields fields = Fields.read(body, new Faults());
    fields.refuse(SHOWN);
    Given<String> description = fields.get("description", KeyBody::description);
    Given<Scopes> scopes = fields.getFilled("scopes", KeyBody::scopes);
    fields.end();
    return there ->
        new AccountSettings(
            description.or(there.description(), null),
            scopes.orElse(there.scopes(), there.scopes()));
  }

  /** What cannot be taken of a new account is its name: the rest was looked at before. */
  static <T> T pointed(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new FaultyInputException(Fault.at("/name", String.valueOf(e.getMessage())));
    }
  }

  /** An account that is named in a parameter has to be there. */
  static <T> T pointedAt(String parameter, Supplier<T> work) {
    try {
      return work.get();
    } catch (AccountNotFoundException e) {
      throw new FaultyInputException(Fault.ofParameter(parameter, String.valueOf(e.getMessage())));
    }
  }
}
