package io.keystile.auth.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.keystile.auth.TestServer;
import io.keystile.auth.keys.IssuedKey;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the spans that Micronaut's own tracing makes for requests. */
class SpanAttributesTest {

  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("keystile.outcome");
  private static final AttributeKey<String> KEY_ID = AttributeKey.stringKey("keystile.key.id");
  private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(ObservedController.SPEC, folder, Map.of("spec.spans", true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void notesOutcomeAndKeyIdAlsoWhenTheStoreWasAsked() {
    IssuedKey key = server.issue("k");
    String secret = key.secret().exposeText();
    for (String way : List.of("from the store", "from the cache")) {
      SpanData span = spanOf("/traced", "Authorization", "Bearer " + secret);
      assertEquals("accepted", span.getAttributes().get(OUTCOME), way);
      assertEquals(key.key().id().value(), span.getAttributes().get(KEY_ID), way);
      assertFalse(span.toString().contains(secret), way);
    }
  }

  @Test
  void notesTheReasonAndTheKeyIfItIsKnown() {
    IssuedKey key = server.issue("k", "other");
    SpanData refused = spanOf("/traced/scoped", "X-API-Key", key.secret().exposeText());
    assertEquals("insufficient_scope", refused.getAttributes().get(OUTCOME));
    assertEquals(key.key().id().value(), refused.getAttributes().get(KEY_ID));
    SpanData missing = spanOf("/traced");
    assertEquals("missing_authorization", missing.getAttributes().get(OUTCOME));
    assertEquals(null, missing.getAttributes().get(KEY_ID));
  }

  private static SpanData spanOf(String path, String... headers) {
    SPANS.reset();
    server.get(path, headers);
    List<SpanData> spans = SPANS.getFinishedSpanItems();
    assertEquals(1, spans.size());
    return spans.get(0);
  }

  @Factory
  @Requires(property = "spec.spans", value = "true")
  static class Processors {

    @Bean
    @Singleton
    SpanProcessor inMemory() {
      return SimpleSpanProcessor.create(SPANS);
    }
  }
}
