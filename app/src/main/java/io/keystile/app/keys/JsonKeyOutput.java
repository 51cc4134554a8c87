package io.keystile.app.keys;

import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;

/** Prints JSON, one value on one line. */
final class JsonKeyOutput implements KeyOutput {

  private final Streams streams;
  private final JsonMapper json;
  private final Clock clock;

  JsonKeyOutput(Streams streams, JsonMapper json, Clock clock) {
    this.streams = streams;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void show(ManagedKey key) {
    print(KeyJson.of(key, clock.instant()));
  }

  @Override
  public void issued(IssuedKey issued) {
    print(KeyJson.of(issued, clock.instant()));
  }

  @Override
  public void changed(String done, ManagedKey key) {
    show(key);
  }

  @Override
  public void page(KeyPage page) {
    Instant now = clock.instant();
    print(
        new PageJson(
            page.items().stream().map(key -> KeyJson.of(key, now)).toList(), page.nextCursor()));
  }

  @Override
  public void imported(ImportReport report) {
    print(ImportJson.of(report));
  }

  private void print(Object value) {
    try {
      streams.print(json.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
