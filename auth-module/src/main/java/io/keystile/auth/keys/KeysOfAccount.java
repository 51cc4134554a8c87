package io.keystile.auth.keys;

/**
 * What becomes of the keys of an account that is deleted. There is no default: somebody has to say.
 *
 * @since 0.1
 */
public sealed interface KeysOfAccount {

  /**
   * They go to another account, and can do what that one may.
   *
   * @param account its name
   */
  record Transfer(String account) implements KeysOfAccount {}

  /** They are deleted with it. */
  record Delete() implements KeysOfAccount {}

  /** There must be none: otherwise the account is not deleted. */
  record RefuseIfAny() implements KeysOfAccount {}
}
