package io.keystile.auth;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The accepted key of a request, without its secret. It is the request's {@link Principal} and may
 * be an argument of a guarded controller method.
 *
 * <p>Immutable and safe for several threads.
 *
 * @since 0.1
 */
public final class ApiKey implements Principal {

  // One for each cached key: the texts in one array take half of what three strings would.
  private final byte[] texts;
  private final short idEnd;
  private final short nameEnd;
  private final @Nullable String owner;
  private final Scopes scopes;
  private final Map<String, String> metadata;

  /**
   * A key.
   *
   * @param id the key's id
   * @param name the name a person gave it
   * @param hint prefix and last four characters, or the prefix alone
   * @param owner the account that owns it, or null when it stands alone
   * @param scopes what it may do
   * @param metadata what the application stored with it
   * @throws IllegalArgumentException when a text is longer than any key's
   */
  public ApiKey(
      ApiKeyId id,
      String name,
      String hint,
      @Nullable String owner,
      Scopes scopes,
      Map<String, String> metadata) {
    this.texts = (id.value() + name + hint).getBytes(StandardCharsets.UTF_8);
    int nameStart = id.value().length();
    int hintStart = nameStart + name.getBytes(StandardCharsets.UTF_8).length;
    if (hintStart > Short.MAX_VALUE) {
      throw new IllegalArgumentException("The name of a key has at most 100 characters");
    }
    this.idEnd = (short) nameStart;
    this.nameEnd = (short) hintStart;
    this.owner = owner;
    this.scopes = Objects.requireNonNull(scopes, "scopes");
    this.metadata = Map.copyOf(metadata);
  }

  /** The key's id. */
  public ApiKeyId id() {
    return new ApiKeyId(getName());
  }

  /** The name a person gave it. */
  public String name() {
    return text(idEnd, nameEnd);
  }

  /** Prefix and last four characters, or the prefix alone. */
  public String hint() {
    return text(nameEnd, texts.length);
  }

  /** The account that owns it, or null when it stands alone. */
  public @Nullable String owner() {
    return owner;
  }

  /** What it may do. */
  public Scopes scopes() {
    return scopes;
  }

  /** What the application stored with it. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The key's id as text: names can repeat, ids cannot. */
  @Override
  public String getName() {
    return text(0, idEnd);
  }

  private String text(int start, int end) {
    return new String(texts, start, end - start, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiKey key
        && idEnd == key.idEnd
        && nameEnd == key.nameEnd
        && Arrays.equals(texts, key.texts)
        && Objects.equals(owner, key.owner)
        && scopes.equals(key.scopes)
        && metadata.equals(key.metadata);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(texts);
  }

  @Override
  public String toString() {
    return "ApiKey[id="
        + getName()
        + ", name="
        + name()
        + ", hint="
        + hint()
        + ", owner="
        + owner
        + ", scopes="
        + scopes
        + ", metadata="
        + metadata
        + "]";
  }
}
