package io.keystile.auth;

import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accepted key of a request, without its secret. It is the request's {@link Principal} and may
 * be an argument of a guarded controller method.
 *
 * @param id the key's id
 * @param name the name a person gave it
 * @param hint prefix and last four characters, or the prefix alone
 * @param owner the account that owns it, or null when it stands alone
 * @param scopes what it may do
 * @param metadata what the application stored with it
 * @since 0.1
 */
public record ApiKey(
    ApiKeyId id,
    String name,
    String hint,
    @Nullable String owner,
    Scopes scopes,
    Map<String, String> metadata)
    implements Principal {

  public ApiKey {
    metadata = Map.copyOf(metadata);
  }

  /** The key's id as text: names can repeat, ids cannot. */
  @Override
  public String getName() {
    return id.value();
  }
}
