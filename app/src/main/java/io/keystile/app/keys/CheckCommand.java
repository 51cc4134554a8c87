package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.Explanation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile keys check}. */
@Command(
    name = "check",
    description = "Reads a key from standard input and says what would happen to it, and why.",
    footer = {"", "It counts nothing and uses nothing up. Exit code 0: accepted, 1: refused."})
final class CheckCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "From where it is used. Default: unknown, which no list of addresses lets in.")
  private @Nullable String address;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "When it is used, such as 2027-01-31T09:00:00Z. Default: now.")
  private @Nullable String at;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "What the call needs, such as chat:write; repeat for more.")
  private final List<String> scopes = new ArrayList<>();

  private final Streams streams;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ClientIp from = from();
    Instant given = instant();
    List<RequiredScopes> required = required();
    KeySecret presented = KeySecret.of(key());
    try (Session session = store.open(Missing.REFUSE, streams)) {
      Instant when = given == null ? session.clock().instant() : given;
      boolean local = from != null && from.isLoopback();
      Explanation explanation =
          session
              .explainer()
              .explain(presented, new Call(when.toEpochMilli(), from, local, required, 1));
      session.output().explained(explanation);
      boolean accepted = explanation.verdict() instanceof Verdict.Accepted;
      return (accepted ? ExitCode.DONE : ExitCode.REFUSED).code();
    }
  }

  private @Nullable ClientIp from() {
    try {
      return address == null ? null : ClientIp.parse(address);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("--address:", e);
    }
  }

  private @Nullable Instant instant() {
    try {
      return at == null ? null : Instant.parse(at);
    } catch (DateTimeException e) {
      throw new CommandException(ExitCode.USAGE, "--at: use an instant: 2027-01-31T09:00:00Z.");
    }
  }

  private List<RequiredScopes> required() {
    if (!scopes.stream().allMatch(Scopes::isName)) {
      throw new CommandException(ExitCode.USAGE, "--scope: use plain names, such as chat:write.");
    }
    return scopes.isEmpty() ? List.of() : List.of(new RequiredScopes(scopes, false));
  }

  private String key() {
    if (streams.terminal().isInteractive()) {
      streams.tell("Type the key; end with Ctrl-D.");
    }
    try {
      String text = new String(streams.in().readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .findFirst()
          .orElseThrow(
              () -> new CommandException(ExitCode.USAGE, "There is no key on standard input."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
