package io.keystile.app.keys;

import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.management.CheckView;
import io.keystile.auth.management.ImportView;
import io.keystile.auth.management.KeyPageView;
import io.keystile.auth.management.KeyUsages;
import io.keystile.auth.management.KeyView;
import io.keystile.auth.management.UseReader;
import io.keystile.auth.verify.Explanation;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

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
    print(KeyView.of(key, usages(key), clock.instant()));
  }

  @Override
  public void issued(IssuedKey issued) {
    print(KeyView.of(issued, usages(issued.key()), clock.instant()));
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
    print(new KeyPageView(all(page.items()), page.nextCursor()));
  }

  /** Each key on a line of its own. */
  void lines(List<ManagedKey> keys) {
    all(keys).forEach(this::print);
  }

  @Override
  public void imported(ImportReport report) {
    print(ImportView.of(report));
  }

  @Override
  public void explained(Explanation explanation) {
    print(CheckView.of(explanation));
  }

  private List<KeyView> all(List<ManagedKey> keys) {
    KeyUsages usages = KeyUsages.of(keys, uses);
    Instant now = clock.instant();
    return keys.stream().map(key -> KeyView.of(key, usages, now)).toList();
  }

  private KeyUsages usages(ManagedKey key) {
    return KeyUsages.of(List.of(key), uses);
  }

  private void print(Object value) {
    try {
      streams.print(json.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
