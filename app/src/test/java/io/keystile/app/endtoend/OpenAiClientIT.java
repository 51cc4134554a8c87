package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.models.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class OpenAiClientIT {

  private static final String QUESTION = "What is a stile?";

  private final RunningServer server;

  OpenAiClientIT(@TempDir Path folder) throws Exception {
    this.server = RunningServer.start(folder, Map.of());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void refusesAWrongKeyWithItsCode() {
    OpenAIClient client = server.openAi("ks_0123456789ABCDEFGHIJKLMNOPabcdef");
    UnauthorizedException refused =
        assertThrows(UnauthorizedException.class, () -> client.models().list());
    assertEquals(Optional.of("invalid_api_key"), refused.code());
    assertEquals(Optional.of("authentication_error"), refused.type());
  }

  @Test
  void listsTheModels() throws Exception {
    List<Model> models = client().models().list().data();
    assertEquals(List.of("echo"), models.stream().map(Model::id).toList());
  }

  @Test
  void answersAChat() throws Exception {
    ChatCompletion answer = client().chat().completions().create(question());
    assertEquals("echo", answer.model());
    assertTrue(content(answer).contains(QUESTION), content(answer));
  }

  @Test
  void streamsTheSameAnswer() throws Exception {
    try (StreamResponse<ChatCompletionChunk> chunks =
        client().chat().completions().createStreaming(question())) {
      String streamed =
          chunks.stream()
              .flatMap(chunk -> chunk.choices().stream())
              .flatMap(choice -> choice.delta().content().stream())
              .collect(Collectors.joining());
      assertEquals(content(client().chat().completions().create(question())), streamed);
    }
  }

  private OpenAIClient client() throws Exception {
    return server.openAi(server.firstKey());
  }

  private static ChatCompletionCreateParams question() {
    return ChatCompletionCreateParams.builder().model("echo").addUserMessage(QUESTION).build();
  }

  private static String content(ChatCompletion answer) {
    return answer.choices().get(0).message().content().orElseThrow();
  }
}
