package io.keystile.bridge.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param id its name
 * @param object always {@code chat.completion}
 * @param created when it was made, in seconds since 1970
 * @param model who answered
 * @param choices the answers, here one
 * @param usage how many tokens it took
 * @since 0.1
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChatCompletion(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    CompletionUsage usage) {

  /** One answer and why it ended: {@code stop} or {@code length}. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Choice(
      int index,
      Message message,
      @Nullable Object logprobs,
      @JsonProperty("finish_reason") String finishReason) {}

  /** What the assistant said. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Message(String role, String content, @Nullable String refusal) {}

  /** A completion with one choice. */
  public static ChatCompletion of(
      String id,
      long created,
      String model,
      String content,
      String finishReason,
      CompletionUsage usage) {
    Choice choice = new Choice(0, new Message("assistant", content, null), null, finishReason);
    return new ChatCompletion(id, "chat.completion", created, model, List.of(choice), usage);
  }
}
