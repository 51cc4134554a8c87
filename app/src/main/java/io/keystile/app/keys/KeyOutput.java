package io.keystile.app.keys;

import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.management.UseReader;
import io.keystile.auth.usage.KeyUses;
import io.keystile.auth.verify.Explanation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.time.Clock;

/** How the results of the key commands are printed: for people, or as JSON. */
interface KeyOutput {

  static KeyOutput of(Streams streams, boolean json, ApplicationContext context) {
    Clock clock = context.getBean(Clock.class);
    UseReader uses = context.getBean(KeyUses.class)::find;
    return json ? json(streams, context) : new TextKeyOutput(streams, uses, clock);
  }

  static JsonKeyOutput json(Streams streams, ApplicationContext context) {
    return new JsonKeyOutput(
        streams,
        context.getBean(JsonMapper.class),
        context.getBean(KeyUses.class)::find,
        context.getBean(Clock.class));
  }

  /** One key. */
  void show(ManagedKey key);

  /** A key that was just made or rotated, with its secret: the one time that it is printed. */
  void issued(IssuedKey issued);

  /** A key with its secret, which was asked for. */
  void revealed(IssuedKey revealed);

  /** A key that was just changed. */
  void changed(String done, ManagedKey key);

  /** A page of keys. */
  void page(KeyPage page);

  /** What became of an import. */
  void imported(ImportReport report);

  /** What would happen to a key. */
  void explained(Explanation explanation);
}
