package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Reason;
import io.keystile.auth.TestServer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallRefusedTest {

  @TempDir Path folder;

  @Test
  void publishesTheFirstOfAKindOnly() throws InterruptedException {
    Map<String, Object> settings = Map.of("spec.refusals", true);
    try (TestServer server = TestServer.start(WireShapes.SPEC, folder, settings)) {
      BlockingQueue<CallRefused> heard = server.bean(Listener.class).heard;
      String wrong = "ks_" + "0".repeat(32);
      HttpResponse<String> answer = server.get("/wire", "Authorization", "Bearer " + wrong);
      for (int i = 0; i < 5; i++) {
        server.get("/wire", "Authorization", "Bearer " + wrong);
      }
      server.get("/wire");
      CallRefused first = heard.poll(5, TimeUnit.SECONDS);
      CallRefused second = heard.poll(5, TimeUnit.SECONDS);
      assertNotNull(first);
      assertNotNull(second);
      assertEquals(Reason.INVALID_API_KEY, first.reason());
      assertEquals("127.0.0.1", first.address());
      assertEquals("GET", first.method());
      assertEquals(
          answer.headers().firstValue("X-Keystile-Receipt").orElseThrow(), first.receiptId());
      assertFalse(first.toString().contains(wrong));
      assertNull(first.key());
      assertEquals(Reason.MISSING_AUTHORIZATION, second.reason());
      assertTrue(heard.isEmpty());
    }
  }

  @Singleton
  @Requires(property = "spec.refusals", value = "true")
  static class Listener {

    final BlockingQueue<CallRefused> heard = new LinkedBlockingQueue<>();

    @EventListener
    void hear(CallRefused event) {
      heard.add(event);
    }
  }
}
