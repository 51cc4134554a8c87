package io.keystile.bridge.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/**
 * How many tokens a completion took.
 *
 * @param promptTokens tokens of the messages
 * @param completionTokens tokens of the answer
 * @param totalTokens both together
 * @since 0.1
 */
@Serdeable
public record CompletionUsage(
    @JsonProperty("prompt_tokens") int promptTokens,
    @JsonProperty("completion_tokens") int completionTokens,
    @JsonProperty("total_tokens") int totalTokens) {

  /** The usage with its total. */
  public static CompletionUsage of(int promptTokens, int completionTokens) {
    return new CompletionUsage(promptTokens, completionTokens, promptTokens + completionTokens);
  }
}
