package io.keystile.auth.processor;

import io.keystile.auth.processor.DeclaredGuards.Declared;
import java.util.stream.Stream;

/** A call counts as one request or more. */
final class CostRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    return DeclaredGuards.errors(type, CostRule::messages);
  }

  private static Stream<String> messages(Declared declared) {
    int cost = declared.guard().cost();
    return cost >= 1 ? Stream.empty() : Stream.of(message(cost, declared.name()));
  }

  private static String message(int cost, String name) {
    return "Cost "
        + cost
        + " of @ApiKeyProtected on "
        + name
        + " would let calls escape the limits; use 1 or more.";
  }
}
