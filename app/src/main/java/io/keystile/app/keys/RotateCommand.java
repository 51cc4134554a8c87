package io.keystile.app.keys;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile keys rotate}. */
@Command(name = "rotate", description = "Gives a key a new secret and prints it, this once.")
final class RotateCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyArgument key = new KeyArgument();

  @ArgGroup private @Nullable OldSecret old;

  private final Streams streams;

  RotateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Session session = store.open(Missing.REFUSE, streams)) {
      Duration overlap = old == null ? Duration.ZERO : old.overlap();
      session.output().issued(session.rotation().rotate(key.id(), overlap));
      return ExitCode.DONE.code();
    }
  }

  /** One of the two at most. */
  static final class OldSecret {

    @Option(
        names = "--overlap",
        paramLabel = "SPAN",
        converter = SpanConverter.class,
        description = "How long the old secret works on: 30m, 12h, 7d, 2w. Default: not at all.")
    private @Nullable Duration overlap;

    @Option(names = "--revoke-old-now", description = "Ends the old secret at once; the default.")
    private boolean now;

    Duration overlap() {
      return now ? Duration.ZERO : Objects.requireNonNullElse(overlap, Duration.ZERO);
    }
  }
}
