package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.TestServer;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedRefusalBodyTest {

  @TempDir Path folder;

  @Test
  void asksTheBodyOfTheApplicationForEachRefusal() {
    Map<String, Object> settings = Map.of("spec.body", true);
    try (TestServer server = TestServer.start(WireShapes.SPEC, folder, settings)) {
      assertEquals("{\"no\":1,\"why\":\"missing_authorization\"}", server.get("/wire").body());
      assertEquals("{\"no\":2,\"why\":\"missing_authorization\"}", server.get("/wire").body());
    }
  }

  @Singleton
  @Replaces(OpenAiRefusalBody.class)
  @Requires(property = "spec.body", value = "true")
  static class Counting extends OpenAiRefusalBody {

    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Object body(Refusal refusal, HttpRequest<?> request) {
      return "{\"no\":%d,\"why\":\"%s\"}"
          .formatted(number.incrementAndGet(), refusal.verdict().reason().code());
    }
  }
}
