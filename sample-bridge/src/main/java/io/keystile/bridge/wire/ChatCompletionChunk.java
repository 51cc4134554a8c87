package io.keystile.bridge.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a streamed answer. All events of an answer share id, time and model. The two shapes
 * differ in {@code usage}: left out where the caller did not ask for it, else present in every
 * event.
 *
 * @since 0.1
 */
public sealed interface ChatCompletionChunk {

  /** The event of an answer whose caller did not ask for the usage. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Plain(String id, String object, long created, String model, List<Choice> choices)
      implements ChatCompletionChunk {}

  /** The event of an answer whose caller asked: null, and in the last event without choices. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record WithUsage(
      String id,
      String object,
      long created,
      String model,
      List<Choice> choices,
      @Nullable CompletionUsage usage)
      implements ChatCompletionChunk {}

  /** What is new in one choice; {@code finish_reason} is null until its last event. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Choice(
      int index,
      Delta delta,
      @Nullable Object logprobs,
      @JsonProperty("finish_reason") @Nullable String finishReason) {}

  /** The piece to add; a member that brings nothing new is left out. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delta(@Nullable String role, @Nullable String content) {}
}
