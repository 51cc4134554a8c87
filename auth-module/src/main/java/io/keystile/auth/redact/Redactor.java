package io.keystile.auth.redact;

import io.keystile.auth.secret.KeyFormat;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes keys out of text: what Keystile generated under any prefix, by checksum or shape; keys of
 * well-known providers; whatever stands behind {@code Bearer}, {@code api_key=}, {@code X-API-Key:}
 * and their like; and values that are named to it. What tells the kind of a key stays ({@code ks_},
 * {@code sk-ant-}), then {@code ****}. Percent-encoding and the escapes of JSON are seen through.
 *
 * <p>The time it takes grows with the length of the text and nothing else. Redacting twice changes
 * nothing. Immutable and safe for several threads.
 *
 * @since 0.1
 */
public final class Redactor implements UnaryOperator<String> {

  /** Values shorter than this are not replaced: they would be found in innocent words. */
  public static final int SHORTEST_VALUE = 8;

  static final String MASK = "****";

  /** The log belongs to the process, and is written before there is any application. */
  private static volatile Redactor shared = SecretVariables.of(System.getenv()).toRedactor();

  private final List<String> prefixes;
  private final List<String> values;

  private Redactor(Set<String> prefixes, Set<String> values) {
    this.prefixes = List.copyOf(prefixes);
    this.values = List.copyOf(values);
  }

  /** One that knows {@code ks_} and no values; more can be added. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Redacts with what this process knows: the secrets among its settings, and the variables in
   * {@code keystile.redact.variables}. The same object when there was nothing to take out.
   */
  public static String redact(String text) {
    return shared.apply(text);
  }

  /** What this process knows, as {@link #redact} uses it now. */
  public static Redactor ofProcess() {
    return shared;
  }

  /** A builder that knows what this one does. */
  public Builder toBuilder() {
    return new Builder().prefixes(prefixes).values(values);
  }

  /** The text without keys; the same object when there was nothing to take out. */
  @Override
  public String apply(String text) {
    String plain = new SecretValues(values, prefixes).maskIn(text);
    return new SecretScan(plain, prefixes).redacted();
  }

  /** Adds to what the whole process knows; nothing is ever forgotten. */
  static synchronized void addToProcess(UnaryOperator<Builder> more) {
    shared = more.apply(shared.toBuilder()).build();
  }

  /** Collects what a {@link Redactor} shall know. Not safe for several threads. */
  public static final class Builder {

    private final Set<String> prefixes = new LinkedHashSet<>(List.of("ks_"));
    private final Set<String> values = new LinkedHashSet<>();

    private Builder() {}

    /**
     * A prefix of keys that Keystile generates.
     *
     * @throws IllegalArgumentException when keys cannot be generated under it
     */
    public Builder prefix(String prefix) {
      prefixes.add(KeyFormat.requirePrefix(prefix));
      return this;
    }

    /** A text to be replaced wherever it stands; one below 8 characters is passed over. */
    public Builder value(String value) {
      if (value.length() >= SHORTEST_VALUE && !value.contains(MASK)) {
        values.add(value);
      }
      return this;
    }

    /** Several of them. */
    public Builder values(Collection<String> more) {
      more.forEach(this::value);
      return this;
    }

    private Builder prefixes(Collection<String> more) {
      prefixes.addAll(more);
      return this;
    }

    /** The redactor. */
    public Redactor build() {
      return new Redactor(prefixes, values);
    }
  }
}
