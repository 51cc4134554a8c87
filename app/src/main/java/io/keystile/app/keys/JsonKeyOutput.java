package io.keystile.app.keys;

import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.verify.Explanation;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints JSON, one value on one line. */
final class JsonKeyOutput implements KeyOutput {

  private final Streams streams;
  private final JsonMapper json;
  private final UseReader uses;
  private final Clock clock;

  JsonKeyOutput(Streams streams, JsonMapper json, UseReader uses, Clock clock) {
    this.streams = streams;
    this.json = json;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public void show(ManagedKey key) {
    print(one(key, null));
  }

  @Override
  public void issued(IssuedKey issued) {
    print(one(issued.key(), issued.secret().exposeText()));
  }

  @Override
  public void revealed(IssuedKey revealed) {
    issued(revealed);
  }

  @Override
  public void changed(String done, ManagedKey key) {
    show(key);
  }

  @Override
  public void page(KeyPage page) {
    print(new PageJson(all(page.items()), page.nextCursor()));
  }

  /** Each key on a line of its own. */
  void lines(List<ManagedKey> keys) {
    all(keys).forEach(this::print);
  }

  @Override
  public void imported(ImportReport report) {
    print(ImportJson.of(report));
  }

  @Override
  public void explained(Explanation explanation) {
    print(CheckJson.of(explanation));
  }

  private List<KeyJson> all(List<ManagedKey> keys) {
    Instant now = clock.instant();
    Usages usages = Usages.of(keys, uses);
    return keys.stream().map(key -> KeyJson.of(key, null, usages, now)).toList();
  }

  private KeyJson one(ManagedKey key, @Nullable String secret) {
    return KeyJson.of(key, secret, Usages.of(List.of(key), uses), clock.instant());
  }

  private void print(Object value) {
    try {
      streams.print(json.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
