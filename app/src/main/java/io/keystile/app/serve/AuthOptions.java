package io.keystile.app.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whether keys are asked for, and how guessing is answered. */
final class AuthOptions {

  private static final String BRUTE_FORCE = "keystile.brute-force.";

  @Option(
      names = "--disable-auth",
      description = "Asks nobody for a key. Only on this machine, unless --allow-open is given.")
  private boolean disabled;

  @Option(
      names = "--allow-open",
      description = "Lets others than this machine in without a key, where keys are not asked for.")
  private boolean open;

  @ArgGroup private @Nullable Protection protection;

  @Option(
      names = "--auth-max-failed-attempts",
      paramLabel = "N",
      description = "How many wrong keys block an address. Default: 5.")
  private @Nullable Integer failures;

  @Option(
      names = "--auth-brute-force-ttl",
      paramLabel = "SECONDS",
      description = "How long a wrong key counts. Default: 900.")
  private @Nullable Integer window;

  @Option(
      names = "--auth-brute-force-initial-block",
      paramLabel = "SECONDS",
      description = "How long the first block lasts. Default: 30.")
  private @Nullable Integer initialBlock;

  @Option(
      names = "--auth-brute-force-multiplier",
      paramLabel = "FACTOR",
      description = "How much longer each further block is. Default: 2.0.")
  private @Nullable Double multiplier;

  @Option(
      names = "--auth-brute-force-max-block",
      paramLabel = "SECONDS",
      description = "How long a block lasts at the most. Default: 3600.")
  private @Nullable Integer maxBlock;

  /** What they set. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (disabled) {
      settings.put("keystile.enabled", false);
    }
    if (open) {
      settings.put("keystile.allow-open", true);
    }
    if (protection != null) {
      settings.put(BRUTE_FORCE + "enabled", protection.isEnabled());
    }
    put(settings, "max-failures", failures, "");
    put(settings, "window", window, "s");
    put(settings, "initial-block", initialBlock, "s");
    put(settings, "multiplier", multiplier, "");
    put(settings, "max-block", maxBlock, "s");
    return settings;
  }

  private static void put(
      Map<String, Object> settings, String name, @Nullable Object value, String unit) {
    if (value != null) {
      settings.put(BRUTE_FORCE + name, value + unit);
    }
  }

  /** One of the two at most. */
  static final class Protection {

    @Option(
        names = "--enable-brute-force-protection",
        description = "Blocks addresses that guess; the default.")
    private boolean enabled;

    @Option(
        names = "--disable-brute-force-protection",
        description = "Blocks no address, however many wrong keys it presents.")
    private boolean disabled;

    boolean isEnabled() {
      return enabled && !disabled;
    }
  }
}
