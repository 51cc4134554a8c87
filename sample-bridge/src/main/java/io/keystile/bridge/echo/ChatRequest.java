package io.keystile.bridge.echo;

import java.util.List;

/**
 * The part of a chat request that the echo heeds.
 *
 * @param maxTokens how long the answer may become; {@link Integer#MAX_VALUE} without a limit
 */
record ChatRequest(
    String model, List<Message> messages, boolean stream, boolean includeUsage, int maxTokens) {

  /** Who said it, and the text of it; images and sounds are passed over. */
  record Message(String role, String text) {}

  /** What the user said last; empty when the user said nothing. */
  String lastUserText() {
    String text = "";
    for (Message message : messages) {
      text = message.role().equals("user") ? message.text() : text;
    }
    return text;
  }
}
