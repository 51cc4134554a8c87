package io.keystile.auth.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WrittenRefusalsTest {

  private final JsonMapper json = ObjectMapper.getDefault();
  private final WrittenRefusals written = new WrittenRefusals(json, new OpenAiRefusalBody());

  @Test
  void leavesASentenceOfItsOwnToTheBody() {
    Verdict.Rejected verdict = Verdict.Rejected.of(Reason.INACTIVE_API_KEY);
    assertNull(find(verdict.withMessage("Not valid before noon.")));
  }

  @Test
  void leavesATimeToWaitToTheBody() {
    assertNull(find(waiting(Reason.TOO_MANY_FAILED_ATTEMPTS)));
  }

  @Test
  void leavesTheBodyOfAnApplicationAlone() {
    WrittenRefusals others = new WrittenRefusals(json, new OpenAiRefusalBody() {});
    assertNull(others.find(refusal(Verdict.Rejected.of(Reason.INVALID_API_KEY))));
  }

  @Test
  void writesTheSameAsTheBodyWould() throws IOException {
    for (Reason reason : Reason.ALL) {
      Verdict.Rejected verdict = Verdict.Rejected.of(reason);
      byte[] bytes = find(verdict);
      assertNotNull(bytes);
      assertEquals(
          json.writeValueAsString(OpenAiRefusalBody.bodyOf(verdict)), new String(bytes, UTF_8));
    }
  }

  @Test
  void writesOnce() {
    byte[] first = find(waiting(Reason.RATE_LIMIT_EXCEEDED));
    assertNotNull(first);
    assertSame(first, find(Verdict.Rejected.of(Reason.RATE_LIMIT_EXCEEDED)));
  }

  private byte @Nullable [] find(Verdict.Rejected verdict) {
    return written.find(refusal(verdict));
  }

  private static Refusal refusal(Verdict.Rejected verdict) {
    return new Refusal(verdict, true, "req_1", "rcpt_1");
  }

  private static Verdict.Rejected waiting(Reason reason) {
    return new Verdict.Rejected(reason, reason.message(), null, List.of(), Duration.ofSeconds(3));
  }
}
