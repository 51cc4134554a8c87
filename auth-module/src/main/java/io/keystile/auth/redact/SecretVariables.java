package io.keystile.auth.redact;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which settings are secrets, going by their names, and what they hold. A name is a variable
 * ({@code KEYSTILE_API_KEY}) or a property ({@code keystile.api-key}).
 */
record SecretVariables(Set<String> named, Map<String, String> settings) {

  static final String NAMES = "KEYSTILE_REDACT_VARIABLES";

  private static final String PREFIX = "KEYSTILE_KEYS_PREFIX";
  private static final String OURS = "KEYSTILE_";
  private static final Pattern SECRET =
      Pattern.compile(".*_(KEYS?|PEPPERS?|SECRETS?|PASSWORDS?|TOKENS?)");
  private static final Set<String> WELL_KNOWN =
      Set.of(
          "ADMIN_API_KEY",
          "VALID_API_KEYS",
          "OPENAI_API_KEY",
          "ANTHROPIC_API_KEY",
          "GEMINI_API_KEY",
          "GOOGLE_API_KEY",
          "OPENROUTER_API_KEY");

  /** Those of this process before there is any configuration. */
  static SecretVariables of(Map<String, String> environment) {
    return new SecretVariables(namesIn(environment.getOrDefault(NAMES, "")), environment);
  }

  static Set<String> namesIn(String list) {
    Set<String> names = new HashSet<>();
    parts(list).map(SecretVariables::variable).forEach(names::add);
    return names;
  }

  Redactor toRedactor() {
    return addTo(Redactor.builder()).build();
  }

  Redactor.Builder addTo(Redactor.Builder builder) {
    settings.forEach(
        (name, value) -> {
          String variable = variable(name);
          if (variable.equals(PREFIX)) {
            addPrefix(builder, value.strip());
          } else if (isSecret(variable)) {
            builder.value(value.strip()).values(parts(value).toList());
          }
        });
    return builder;
  }

  boolean isSecret(String name) {
    String variable = variable(name);
    return named.contains(variable)
        || WELL_KNOWN.contains(variable)
        || (variable.startsWith(OURS) && SECRET.matcher(variable).matches());
  }

  /** A wrong prefix is told by the configuration, which names the remedy. */
  private static void addPrefix(Redactor.Builder builder, String prefix) {
    try {
      builder.prefix(prefix);
    } catch (IllegalArgumentException e) {
      // Told at the start.
    }
  }

  private static String variable(String name) {
    return name.strip().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private static Stream<String> parts(String list) {
    List<String> parts = Arrays.asList(list.split("[,\\n]"));
    return parts.stream().map(String::strip).filter(part -> !part.isEmpty());
  }

  /** Names only: the values are what is to be kept out of sight. */
  @Override
  public String toString() {
    return "SecretVariables" + named;
  }
}
