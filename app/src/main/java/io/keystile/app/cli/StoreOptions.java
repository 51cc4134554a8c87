package io.keystile.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command on the store has. */
public final class StoreOptions {

  @Option(
      names = "--db",
      paramLabel = "FILE|JDBC-URL",
      description = "The database. Default: KEYSTILE_DB, else data/keystile.db.")
  private @Nullable String db;

  /** What they set. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (db != null) {
      settings.put(Database.SETTING, db);
    }
    return settings;
  }
}
