package io.keystile.app.console.accounts;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.chart.CallChart;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.ManagedKey;
import java.time.Instant;
import java.util.List;

/**
 * One account, its keys, and what can be done with it.
 *
 * @param account the account
 * @param keys some of its keys, those used most first
 * @param use what became of the calls of its keys
 * @param now what keys are judged by
 * @param typed what stands in the fields
 * @param faults what is wrong
 */
public record AccountPage(
    Account account, OwnedKeys keys, CallChart use, Instant now, Typed typed, Faults faults)
    implements Page {

  /** The most keys that stand on the page. */
  public static final int SHOWN = 10;

  /**
   * What stands in the fields.
   *
   * @param description what it is for; empty when nothing is said
   * @param scopes with blanks between
   */
  public record Typed(String description, String scopes) {

    static Typed of(Account account) {
      String description = account.description();
      return new Typed(
          description == null ? "" : description, String.join(" ", account.scopes().grants()));
    }
  }

  /** The keys that stand on the page. */
  public List<ManagedKey> shown() {
    return keys.items().subList(0, Math.min(SHOWN, keys.items().size()));
  }

  @Override
  public String template() {
    return "accounts/account.jte";
  }

  @Override
  public String title() {
    return account.name();
  }

  @Override
  public Section section() {
    return Section.ACCOUNTS;
  }
}
