package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be chosen for a key, when it is made and later. Begin with {@link #named} and
 * add to it.
 *
 * @param name 1 to 100 characters, without control characters
 * @param description up to 1,000 characters, or null
 * @param owner the account that owns it, or null when it stands alone
 * @param scopes what it may do; null, for a new key only, means its owner's, or {@code
 *     keystile.keys.default-scopes} without one
 * @param notBefore from when it is valid, or null for at once
 * @param expiresAt from when it is no longer valid, or null for never
 * @param windows hours of the week in which it may be used; none means always
 * @param allow addresses it may be used from; none means all
 * @param deny addresses it may not be used from
 * @param limits how often it may be used; {@link KeyLimits#NONE} means the defaults
 * @param metadata what the application stores with it: up to 50 short texts
 * @since 0.1
 */
public record KeySettings(
    String name,
    @Nullable String description,
    @Nullable String owner,
    @Nullable Scopes scopes,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt,
    List<AccessWindow> windows,
    List<AddressEntry> allow,
    List<AddressEntry> deny,
    KeyLimits limits,
    Map<String, String> metadata) {

  /**
   * Takes surrounding blanks off the texts.
   *
   * @throws IllegalArgumentException when a value is out of range; the message names it
   */
  public KeySettings {
    name = KeyTexts.requireName(name);
    description = KeyTexts.requireDescription(description);
    if (notBefore != null && expiresAt != null && !notBefore.isBefore(expiresAt)) {
      throw new IllegalArgumentException("notBefore must be earlier than expiresAt");
    }
    windows = KeyTexts.requireAtMost("windows", 20, List.copyOf(windows));
    allow = KeyTexts.requireAtMost("allow", 10_000, List.copyOf(allow));
    deny = KeyTexts.requireAtMost("deny", 10_000, List.copyOf(deny));
    metadata = KeyTexts.requireMetadata(metadata);
  }

  /** A key with this name that may be used by its holder at any time, from anywhere. */
  public static KeySettings named(String name) {
    return new KeySettings(
        name,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        KeyLimits.NONE,
        Map.of());
  }

  /** The same under another name. */
  public KeySettings renamed(String text) {
    return with(draft -> draft.name = text);
  }

  /** The same with a description. */
  public KeySettings describedAs(@Nullable String text) {
    return with(draft -> draft.description = text);
  }

  /** The same, owned by an account, or by none when null. */
  public KeySettings ownedBy(@Nullable String account) {
    return with(draft -> draft.owner = account);
  }

  /** The same with these scopes. */
  public KeySettings withScopes(@Nullable Scopes grants) {
    return with(draft -> draft.scopes = grants);
  }

  /** The same, valid between two instants; null leaves an end open. */
  public KeySettings validBetween(@Nullable Instant start, @Nullable Instant end) {
    return with(
        draft -> {
          draft.notBefore = start;
          draft.expiresAt = end;
        });
  }

  /** The same, to be used in these hours of the week. */
  public KeySettings during(List<AccessWindow> hours) {
    return with(draft -> draft.windows = hours);
  }

  /** The same with these lists of addresses. */
  public KeySettings from(List<AddressEntry> allowed, List<AddressEntry> denied) {
    return with(
        draft -> {
          draft.allow = allowed;
          draft.deny = denied;
        });
  }

  /** The same with these limits. */
  public KeySettings limitedTo(KeyLimits rates) {
    return with(draft -> draft.limits = rates);
  }

  /** The same with these metadata. */
  public KeySettings withMetadata(Map<String, String> texts) {
    return with(draft -> draft.metadata = texts);
  }

  private KeySettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** The components while one of them is exchanged. */
  private static final class Draft {

    private String name;
    private @Nullable String description;
    private @Nullable String owner;
    private @Nullable Scopes scopes;
    private @Nullable Instant notBefore;
    private @Nullable Instant expiresAt;
    private List<AccessWindow> windows;
    private List<AddressEntry> allow;
    private List<AddressEntry> deny;
    private KeyLimits limits;
    private Map<String, String> metadata;

    private Draft(KeySettings settings) {
      this.name = settings.name;
      this.description = settings.description;
      this.owner = settings.owner;
      this.scopes = settings.scopes;
      this.notBefore = settings.notBefore;
      this.expiresAt = settings.expiresAt;
      this.windows = settings.windows;
      this.allow = settings.allow;
      this.deny = settings.deny;
      this.limits = settings.limits;
      this.metadata = settings.metadata;
    }

    private KeySettings settings() {
      return new KeySettings(
          name,
          description,
          owner,
          scopes,
          notBefore,
          expiresAt,
          windows,
          allow,
          deny,
          limits,
          metadata);
    }
  }
}
