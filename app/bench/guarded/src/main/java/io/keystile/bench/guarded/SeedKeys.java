package io.keystile.bench.guarded;

import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.secret.KeyGenerator;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * Fills a new database and writes down what its callers send.
 *
 * <p>Arguments: the folder, how many keys, whether each has every kind of rule ({@code full}) or
 * none ({@code plain}), how many callers' keys to write ({@code keys.txt}), and how many that
 * nobody has ({@code unknown.txt}, and {@code malformed.txt} with a wrong checksum).
 */
final class SeedKeys {

  private static final String PREFIX = "ks_";

  private SeedKeys() {}

  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Path.of(args[0]);
    Path database = folder.resolve("keys.db");
    int keys = Integer.parseInt(args[1]);
    int callers = Integer.parseInt(args[3]);
    int strangers = Integer.parseInt(args[4]);
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("keystile.db", database.toString()))) {
      KeyGenerator generator = context.getBean(KeyGenerator.class);
      try (KeyLines known = new KeyLines(folder.resolve("keys.txt"), callers)) {
        var first = context.getBean(ApiKeys.class).issue(Rules.named(args[2]));
        known.add(first.secret().exposeText());
        CopiedKeys copies = new CopiedKeys(context, first.key().id().value());
        copies.insert(database, keys - 1, () -> known.added(generator.generate(PREFIX)));
      }
      writeStrangers(folder, strangers, generator);
    }
  }

  private static void writeStrangers(Path folder, int count, KeyGenerator generator)
      throws IOException {
    try (KeyLines unknown = new KeyLines(folder.resolve("unknown.txt"), count);
        KeyLines malformed = new KeyLines(folder.resolve("malformed.txt"), count)) {
      for (int i = 0; i < count; i++) {
        String key = generator.generate(PREFIX).exposeText();
        unknown.add(key);
        malformed.add(misspelled(key));
      }
    }
  }

  private static String misspelled(String key) {
    int last = key.length() - 1;
    return key.substring(0, last) + (key.charAt(last) == 'x' ? 'y' : 'x');
  }
}
