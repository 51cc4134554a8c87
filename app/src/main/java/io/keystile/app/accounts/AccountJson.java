package io.keystile.app.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.keys.Account;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountJson(
    String name,
    @Nullable String description,
    boolean enabled,
    List<String> scopes,
    String createdAt) {

  /** A page of accounts; the cursor is the last name. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<AccountJson> items, @Nullable String nextCursor) {

    static Page of(List<Account> accounts, @Nullable String nextCursor) {
      return new Page(accounts.stream().map(AccountJson::of).toList(), nextCursor);
    }
  }

  static AccountJson of(Account account) {
    return new AccountJson(
        account.name(),
        account.description(),
        account.enabled(),
        account.scopes().grants(),
        account.createdAt().toString());
  }
}
