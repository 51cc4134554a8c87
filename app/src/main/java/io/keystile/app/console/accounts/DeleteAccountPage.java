package io.keystile.app.console.accounts;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.keys.Account;

/**
 * Asks whether an account is really to be deleted, and what becomes of its keys.
 *
 * @param account the account
 * @param owns whether it owns keys
 * @param choice what was chosen for its keys, or empty
 * @param heir the account that was typed, or empty
 * @param typed what was typed as its name
 * @param faults what is wrong
 */
public record DeleteAccountPage(
    Account account, boolean owns, String choice, String heir, String typed, Faults faults)
    implements Page {

  /** The keys go to another account. */
  public static final String TRANSFER = "transfer";

  /** The keys are deleted as well. */
  public static final String DELETE = "delete";

  @Override
  public String template() {
    return "accounts/delete.jte";
  }

  @Override
  public String title() {
    return "Delete " + account.name();
  }

  @Override
  public Section section() {
    return Section.ACCOUNTS;
  }
}
