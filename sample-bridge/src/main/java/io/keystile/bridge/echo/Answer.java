package io.keystile.bridge.echo;

import io.keystile.bridge.wire.ChatCompletion;
import io.keystile.bridge.wire.ChatCompletionChunk;
import io.keystile.bridge.wire.ChatCompletionChunk.Choice;
import io.keystile.bridge.wire.ChatCompletionChunk.Delta;
import io.keystile.bridge.wire.CompletionUsage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer before it is known how it is written. */
record Answer(
    String id,
    long created,
    String model,
    boolean includeUsage,
    List<String> tokens,
    String finishReason,
    CompletionUsage usage) {

  /** The answer to this request. */
  static Answer to(ChatRequest request, String id, long created) {
    List<String> all = Tokens.of(request.lastUserText());
    List<String> tokens = all.subList(0, Math.min(all.size(), request.maxTokens()));
    int promptTokens =
        request.messages().stream().mapToInt(message -> Tokens.count(message.text())).sum();
    return new Answer(
        id,
        created,
        request.model(),
        request.includeUsage(),
        tokens,
        tokens.size() < all.size() ? "length" : "stop",
        CompletionUsage.of(promptTokens, tokens.size()));
  }

  /** The whole answer at once. */
  ChatCompletion toChatCompletion() {
    return ChatCompletion.of(id, created, model, String.join("", tokens), finishReason, usage);
  }

  /** The answer piece by piece: the role, the tokens, the end, and the usage if asked for. */
  Stream<ChatCompletionChunk> toChunks() {
    Stream<ChatCompletionChunk> role = Stream.of(chunk(new Delta("assistant", ""), null));
    Stream<ChatCompletionChunk> content =
        tokens.stream().map(token -> chunk(new Delta(null, token), null));
    Stream<ChatCompletionChunk> end = Stream.of(chunk(new Delta(null, null), finishReason));
    Stream<ChatCompletionChunk> total =
        includeUsage ? Stream.of(chunk(List.of(), usage)) : Stream.empty();
    return Stream.concat(Stream.concat(role, content), Stream.concat(end, total));
  }

  private ChatCompletionChunk chunk(Delta delta, @Nullable String reason) {
    return chunk(List.of(new Choice(0, delta, null, reason)), null);
  }

  private ChatCompletionChunk chunk(List<Choice> choices, @Nullable CompletionUsage total) {
    String object = "chat.completion.chunk";
    return includeUsage
        ? new ChatCompletionChunk.WithUsage(id, object, created, model, choices, total)
        : new ChatCompletionChunk.Plain(id, object, created, model, choices);
  }
}
