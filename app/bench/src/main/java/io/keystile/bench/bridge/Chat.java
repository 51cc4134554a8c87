package io.keystile.bench.bridge;

import java.nio.charset.StandardCharsets;

/** What callers ask and what the model server answers, so that each side knows what to expect. */
final class Chat {

  static final String PATH = "/v1/chat/completions";

  /** What proxies show to the model server, which takes any. */
  static final String MODEL_KEY = "model-key-of-the-benchmark";

  private static final String QUESTION =
      """
      {"model":"bench","user":"%s","stream":%b,"max_tokens":%d,"messages":[\
      {"role":"system","content":"You are a patient assistant. Answer in one short paragraph."},\
      {"role":"user","content":"Why is the sky blue, and why is it red in the evening?"}]}\
      """;

  private static final String ANSWER =
      """
      {"id":"chatcmpl-bench","object":"chat.completion","created":1750000000,"model":"bench",\
      "choices":[{"index":0,"message":{"role":"assistant","content":"Air scatters short waves more \
      than long ones, so blue comes from everywhere. In the evening the light has a longer way, and \
      what is left of it is red."},"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":31,"completion_tokens":38,"total_tokens":69}}\
      """;

  private static final String FRAME_BEGIN = "data: {\"id\":\"chatcmpl-";
  private static final String FRAME_MIDDLE =
      """
      ","object":"chat.completion.chunk","created":1750000000,"model":"bench",\
      "choices":[{"index":0,"delta":{"content":" token-\
      """;
  private static final String FRAME_END = "\"},\"finish_reason\":null}]}\n\n";

  private static final String DONE = "data: [DONE]\n\n";

  private Chat() {}

  /** The body of a request that is answered whole. */
  static String question() {
    return QUESTION.formatted("whole", false, 100);
  }

  /** The body of a request for a stream of so many frames, in each of which the id comes back. */
  static String question(String id, int frames) {
    return QUESTION.formatted(id, true, frames);
  }

  static byte[] answer() {
    return bytes(ANSWER);
  }

  /** One frame of a stream; the one after the last says that it is over. */
  static byte[] frame(String id, int number, int frames) {
    return bytes(number < frames ? frame(id, number) : DONE);
  }

  /** All bytes of a stream. */
  static byte[] stream(String id, int frames) {
    StringBuilder all = new StringBuilder();
    for (int number = 0; number < frames; number++) {
      all.append(frame(id, number));
    }
    return bytes(all.append(DONE).toString());
  }

  private static String frame(String id, int number) {
    return FRAME_BEGIN + id + FRAME_MIDDLE + id + "-" + number + FRAME_END;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
