package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.store.StoreTransactions;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Set;

/** Stops the start when keys were made with a pepper that is not at hand: none would be found. */
@Context
final class PepperCheck {

  PepperCheck(MarkRepository marks, KeyHasher hasher, StoreTransactions transactions) {
    Set<String> usable = hasher.usablePepperIds();
    transactions.read("the peppers", marks::pepperIds).stream()
        .filter(id -> !usable.contains(id))
        .filter(id -> transactions.read("the peppers", () -> marks.isPepperNeeded(id)))
        .findFirst()
        .ifPresent(PepperCheck::refuse);
  }

  private static void refuse(String id) {
    throw new ConfigurationException(
        "Keys in the store were made with the pepper "
            + id
            + ", which is not configured. Set it as keystile.keys.pepper, or as one of"
            + " keystile.keys.older-peppers.");
  }
}
