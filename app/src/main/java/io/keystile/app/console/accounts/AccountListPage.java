package io.keystile.app.console.accounts;

import io.keystile.app.console.Page;
import io.keystile.app.console.QueryString;
import io.keystile.app.console.Section;
import io.keystile.auth.keys.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts.
 *
 * @param text what the names begin with, or empty
 * @param after behind which name, or null for the first page
 * @param accounts by name
 * @param more whether there are others behind them
 */
public record AccountListPage(
    String text, @Nullable String after, List<Account> accounts, boolean more) implements Page {

  /** Whether there is no account at all. */
  public boolean isBare() {
    return accounts.isEmpty() && text.isEmpty() && after == null;
  }

  /** The first page of the same search. */
  public String first() {
    return behind("");
  }

  /** The page behind this one. */
  public String next() {
    return behind(accounts.get(accounts.size() - 1).name());
  }

  private String behind(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("text", text);
    values.put("after", name);
    return AccountPaths.LIST + QueryString.of(values);
  }

  @Override
  public String template() {
    return "accounts/list.jte";
  }

  @Override
  public String title() {
    return Section.ACCOUNTS.label();
  }

  @Override
  public Section section() {
    return Section.ACCOUNTS;
  }
}
