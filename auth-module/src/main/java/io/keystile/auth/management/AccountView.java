package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.keys.Account;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account, which owns keys.
 *
 * @param name what it is called; it never changes
 * @param description what it is for
 * @param enabled whether its keys may be used
 * @param scopes what its keys may do at the most
 * @param createdAt when it was made
 */
@Serdeable
@Schema(name = "Account")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountView(
    String name,
    @Nullable String description,
    boolean enabled,
    List<String> scopes,
    @Schema(format = "date-time") String createdAt) {

  /**
   * A page of accounts.
   *
   * @param items the accounts, by their names
   * @param nextCursor what to ask with for the next page
   */
  @Serdeable
  @Schema(name = "AccountPage")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Page(List<AccountView> items, @Nullable String nextCursor) {

    /** A full page may be followed by another, which then may be empty. */
    public static Page of(List<Account> accounts, int size) {
      String next = accounts.size() < size ? null : accounts.get(size - 1).name();
      return new Page(accounts.stream().map(AccountView::of).toList(), next);
    }
  }

  /** The account. */
  public static AccountView of(Account account) {
    return new AccountView(
        account.name(),
        account.description(),
        account.enabled(),
        account.scopes().grants(),
        account.createdAt().toString());
  }
}
