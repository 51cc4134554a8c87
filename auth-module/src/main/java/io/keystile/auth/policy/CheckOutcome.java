package io.keystile.auth.policy;

import org.jspecify.annotations.Nullable;

/**
 * What one check said, where a verdict is explained.
 *
 * @param check the check's name
 * @param passed whether it had nothing to object
 * @param detail what it objected, in the words of the refusal, or null
 * @param compared the values that it compared, for operators, or null when there is nothing to tell
 * @since 0.1
 */
public record CheckOutcome(
    String check, boolean passed, @Nullable String detail, @Nullable String compared) {

  /** One that does not tell what it compared. */
  public CheckOutcome(String check, boolean passed, @Nullable String detail) {
    this(check, passed, detail, null);
  }
}
