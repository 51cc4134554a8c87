package io.keystile.app.keys;

import io.keystile.auth.ApiKeyId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The key that a command is about. */
final class KeyArgument {

  @Parameters(
      paramLabel = "ID",
      converter = IdConverter.class,
      description = "The key's id (key_...), never the key itself.")
  private @Nullable ApiKeyId id;

  ApiKeyId id() {
    return Objects.requireNonNull(id);
  }
}
