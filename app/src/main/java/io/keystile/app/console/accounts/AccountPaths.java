package io.keystile.app.console.accounts;

/** Paths of pages about accounts. */
final class AccountPaths {

  static final String LIST = "/console/accounts";

  // No account can have this name.
  static final String NEW = LIST + "/~new";

  private AccountPaths() {}

  /** The page of an account, whose name needs no escaping in a path. */
  static String of(String name) {
    return LIST + "/" + name;
  }
}
