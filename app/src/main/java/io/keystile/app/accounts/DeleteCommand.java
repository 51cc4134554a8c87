package io.keystile.app.accounts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.KeysOfAccount;
import io.keystile.auth.management.AccountView;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keystile accounts delete}. */
@Command(name = "delete", description = "Removes an account; says what becomes of its keys.")
final class DeleteCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Parameters(paramLabel = "ACCOUNT", description = "The account's name.")
  private String name = "";

  @ArgGroup private @Nullable Keys keys;

  private final Streams streams;

  DeleteCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams,
        context ->
            context
                .getBean(Accounts.class)
                .delete(name, itsKeys(), Set.of(Confirmation.LAST_WAY_IN)),
        AccountLines::of,
        AccountView::of);
  }

  private KeysOfAccount itsKeys() {
    return keys == null ? new KeysOfAccount.RefuseIfAny() : keys.choice();
  }

  /** One of the two at most. */
  static final class Keys {

    @Option(
        names = "--transfer-to",
        paramLabel = "ACCOUNT",
        description = "Gives its keys to another account.")
    private @Nullable String transferTo;

    @Option(names = "--delete-keys", description = "Removes its keys with it, for good.")
    private boolean delete;

    KeysOfAccount choice() {
      return transferTo == null || delete
          ? new KeysOfAccount.Delete()
          : new KeysOfAccount.Transfer(transferTo);
    }
  }
}
