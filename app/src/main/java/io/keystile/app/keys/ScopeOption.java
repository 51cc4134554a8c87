package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.auth.Scopes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What new keys may do. */
final class ScopeOption {

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description =
          "What it may do, such as chat:write; repeat for more. Default: *, everything but"
              + " keystile:.")
  private final List<String> names = new ArrayList<>();

  /** The scopes, or null when none were given. */
  @Nullable Scopes scopes() {
    try {
      return names.isEmpty() ? null : Scopes.of(names);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("--scope:", e);
    }
  }
}
