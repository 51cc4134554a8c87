package io.keystile.bridge.echo;

import io.keystile.bridge.echo.ChatRequest.Message;
import io.keystile.bridge.error.ApiException;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a chat request and says precisely what is wrong with it. */
@Singleton
final class ChatRequestReader {

  private static final Set<String> ROLES =
      Set.of("developer", "system", "user", "assistant", "tool", "function");

  private final JsonMapper jsonMapper;

  ChatRequestReader(JsonMapper jsonMapper) {
    this.jsonMapper = jsonMapper;
  }

  ChatRequest read(byte[] body) {
    Member root = Member.root(parse(body));
    boolean stream = root.get("stream").flag();
    return new ChatRequest(
        root.get("model").string(),
        messages(root.get("messages")),
        stream,
        includeUsage(root.get("stream_options"), stream),
        Math.min(
            root.get("max_tokens").positiveInteger(Integer.MAX_VALUE),
            root.get("max_completion_tokens").positiveInteger(Integer.MAX_VALUE)));
  }

  private JsonNode parse(byte[] body) {
    try {
      JsonNode node = jsonMapper.readValue(body, Argument.of(JsonNode.class));
      return node == null ? JsonNode.nullNode() : node;
    } catch (IOException e) {
      throw ApiException.badRequest(null, null, "The request body could not be parsed as JSON.");
    }
  }

  private static List<Message> messages(Member messages) {
    List<Member> elements = messages.elements();
    if (elements.isEmpty()) {
      throw messages.invalid("empty_array", "Invalid 'messages': at least one is needed.");
    }
    return elements.stream().map(ChatRequestReader::message).toList();
  }

  private static Message message(Member message) {
    Member role = message.get("role");
    if (!ROLES.contains(role.string())) {
      throw role.invalid(
          "invalid_value", "Invalid value for '" + role.name() + "': no such role exists.");
    }
    return new Message(role.string(), text(message.get("content"), role.string()));
  }

  private static String text(Member content, String role) {
    if (content.isAbsent() && role.equals("assistant")) {
      return "";
    }
    if (content.isAbsent() || content.isString()) {
      return content.string();
    }
    return content.elements().stream()
        .map(ChatRequestReader::partText)
        .collect(Collectors.joining());
  }

  private static String partText(Member part) {
    return part.get("type").string().equals("text") ? part.get("text").string() : "";
  }

  private static boolean includeUsage(Member streamOptions, boolean stream) {
    if (streamOptions.isAbsent()) {
      return false;
    }
    boolean includeUsage = streamOptions.get("include_usage").flag();
    if (!stream) {
      throw streamOptions.invalid(
          "invalid_value", "'stream_options' is only allowed when 'stream' is true.");
    }
    return includeUsage;
  }
}
