package io.keystile.app.cli;

import io.keystile.auth.address.AddressEntry;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads variables under their older names as settings of today. */
final class OlderNames {

  private static final long WEEK = 604_800;
  private static final String BRUTE_FORCE = "keystile.brute-force.";

  private final Map<String, String> variables;
  private final Map<String, Object> settings = new LinkedHashMap<>();

  private OlderNames(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The settings that the variables stand for.
   *
   * @throws CommandException when a value cannot be read; the message names the variable
   */
  static Map<String, Object> settings(Map<String, String> variables) {
    return new OlderNames(variables).read();
  }

  /**
   * Whether {@code auth.disable_auth}, or its variable, switches keys off.
   *
   * @throws CommandException when it cannot be read
   */
  static boolean isTrue(String name, String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw wrong(name, "must be true or false");
    };
  }

  private Map<String, Object> read() {
    String disabled = variables.get("DISABLE_AUTH");
    if (disabled != null) {
      settings.put("keystile.enabled", !isTrue("DISABLE_AUTH", disabled));
    }
    String rate = number("API_RATE_LIMIT", 1, 1_000_000_000);
    if (rate != null) {
      settings.put("keystile.limits.default", rate + "/1h");
    }
    addresses();
    String guarded = variables.get("BRUTE_FORCE_PROTECTION_ENABLED");
    if (guarded != null) {
      settings.put(BRUTE_FORCE + "enabled", isTrue("BRUTE_FORCE_PROTECTION_ENABLED", guarded));
    }
    bruteForce("max-failures", number("BRUTE_FORCE_MAX_FAILED_ATTEMPTS", 1, 100));
    bruteForce("window", seconds("BRUTE_FORCE_TTL_SECONDS"));
    bruteForce("initial-block", seconds("BRUTE_FORCE_INITIAL_BLOCK_SECONDS"));
    bruteForce("multiplier", multiplier("BRUTE_FORCE_BLOCK_MULTIPLIER"));
    bruteForce("max-block", seconds("BRUTE_FORCE_MAX_BLOCK_SECONDS"));
    return settings;
  }

  private void bruteForce(String name, @Nullable String value) {
    if (value != null) {
      settings.put(BRUTE_FORCE + name, value);
    }
  }

  private void addresses() {
    String text = variables.get("ALLOWED_IPS");
    if (text == null) {
      return;
    }
    List<String> entries =
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .toList();
    if (entries.isEmpty()) {
      throw wrong("ALLOWED_IPS", "is empty; name addresses, or * for all of them");
    }
    if (!entries.equals(List.of("*"))) {
      entries.forEach(OlderNames::requireAddress);
    }
    settings.put("keystile.addresses.allow", String.join(",", entries));
  }

  private static void requireAddress(String entry) {
    try {
      AddressEntry.of(entry);
    } catch (IllegalArgumentException e) {
      throw wrong("ALLOWED_IPS", "cannot be used: " + e.getMessage());
    }
  }

  private @Nullable String seconds(String name) {
    String value = number(name, 1, WEEK);
    return value == null ? null : value + "s";
  }

  private @Nullable String number(String name, long least, long most) {
    String value = variables.get(name);
    if (value == null) {
      return null;
    }
    String text = value.strip();
    long number = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      throw wrong(name, "must be a whole number from " + least + " to " + most);
    }
    return Long.toString(number);
  }

  private @Nullable String multiplier(String name) {
    String value = variables.get(name);
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (!text.matches("[0-9]{1,3}([.][0-9]{1,6})?")
        || new BigDecimal(text).compareTo(BigDecimal.ONE) < 0
        || new BigDecimal(text).compareTo(BigDecimal.valueOf(100)) > 0) {
      throw wrong(name, "must be a number from 1 to 100");
    }
    return text;
  }

  private static CommandException wrong(String name, String what) {
    return new CommandException(ExitCode.USAGE, name + " " + what + ".");
  }
}
