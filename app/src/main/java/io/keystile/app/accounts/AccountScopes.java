package io.keystile.app.accounts;

import io.keystile.app.cli.CommandException;
import io.keystile.auth.Scopes;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What the keys of an account may do at the most. */
final class AccountScopes {

  @Option(
      names = "--scope",
      required = true,
      paramLabel = "SCOPE",
      description = "What its keys may do at the most, such as chat:*; repeat for more.")
  private final List<String> names = new ArrayList<>();

  Scopes scopes() {
    try {
      return Scopes.of(names);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("--scope:", e);
    }
  }
}
