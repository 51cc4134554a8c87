package io.keystile.auth.processor;

import java.util.stream.Stream;

/** One rule about the use of {@code @ApiKeyProtected}; keeps no state. */
interface GuardRule {

  /** Everything in this type which breaks the rule; empty when all is well. */
  Stream<Finding> check(GuardedType type);
}
