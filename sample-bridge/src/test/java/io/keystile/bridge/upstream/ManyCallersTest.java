package io.keystile.bridge.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.Json;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManyCallersTest {

  private static final String BODY =
      Json.of(
          "{'model':'echo','stream':true,'messages':[{'role':'user','content':'"
              + "word ".repeat(500)
              + "'}]}");

  @Test
  void thoseWhoLeaveDoNotDisturbThoseWhoStay() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try (Bridge server = Bridge.start(Map.of());
        Bridge bridge = Upstreams.bridgeTo("http://127.0.0.1:" + server.port() + "/v1")) {
      List<Future<Integer>> stayed = new ArrayList<>();
      List<Future<?>> left = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        left.add(callers.submit(() -> leave(bridge)));
        stayed.add(callers.submit(() -> stay(bridge)));
      }
      for (Future<Integer> events : stayed) {
        assertEquals(504, events.get(60, TimeUnit.SECONDS));
      }
      for (Future<?> call : left) {
        call.get(60, TimeUnit.SECONDS);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private static int stay(Bridge bridge) throws Exception {
    return bridge.send(bridge.chat(BODY)).body().split("\n\n").length;
  }

  private static int leave(Bridge bridge) throws Exception {
    try (InputStream body = bridge.send(bridge.chat(BODY), BodyHandlers.ofInputStream()).body()) {
      return body.read();
    }
  }
}
