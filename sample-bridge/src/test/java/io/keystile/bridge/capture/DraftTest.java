package io.keystile.bridge.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.redact.Redactor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftTest {

  @Test
  void weighsItsHeadersAndItsTarget() {
    int light = draft("/a", Map.of()).weight();
    int heavy = draft("/" + "a".repeat(1_000), Map.of("x", List.of("b".repeat(8_000)))).weight();
    assertTrue(heavy >= light + 9_000, "weighs " + heavy);
    assertEquals(light + 10, draft("/a" + "b".repeat(10), Map.of()).weight());
  }

  @Test
  void doesNotPrintWhatItHolds() {
    Draft draft = draft("/a?key=value-1", Map.of("authorization", List.of("Bearer value-2")));
    assertEquals("Draft[client request]", draft.toString());
  }

  private static Draft draft(String target, Map<String, List<String>> headers) {
    Draft.Caller caller =
        new Draft.Caller("1", null, null, Redactor.builder().build(), Set.of("authorization"));
    return new Draft(
        Instant.EPOCH, caller, "client", "request", "GET", target, null, headers, new byte[3], 3);
  }
}
