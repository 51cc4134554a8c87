package io.keystile.bridge;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings under {@code keystile.bridge}; wrong ones stop the start.
 *
 * @param backend who answers: {@code echo} or {@code upstream}; default {@code echo}
 * @param models the models of the echo backend; default {@code echo}
 * @param maxBody the largest request body, such as {@code 1MB}; default as the server allows
 *     ({@code micronaut.server.max-request-size}, 10 MB)
 * @since 0.1
 */
@Context
@ConfigurationProperties(BridgeConfiguration.PREFIX)
public record BridgeConfiguration(
    @Bindable(defaultValue = "echo") String backend,
    @Bindable(defaultValue = "echo") List<String> models,
    @Nullable @ReadableBytes Long maxBody) {

  /** Where the settings stand. */
  public static final String PREFIX = "keystile.bridge";

  /** Checks the values. */
  public BridgeConfiguration {
    require(
        backend.equals("echo") || backend.equals("upstream"),
        "keystile.bridge.backend must be echo or upstream");
    require(
        !models.isEmpty()
            && models.stream().noneMatch(String::isBlank)
            && new HashSet<>(models).size() == models.size(),
        "keystile.bridge.models must name at least one model, each once");
    require(maxBody == null || maxBody > 0, "keystile.bridge.max-body must be larger than zero");
    models = List.copyOf(models);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new ConfigurationException(message);
    }
  }
}
