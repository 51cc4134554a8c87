package io.keystile.auth.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The error body of the OpenAI API, which its client libraries understand. */
@Singleton
public class OpenAiRefusalBody implements RefusalBody {

  @Override
  public MediaType mediaType() {
    return MediaType.APPLICATION_JSON_TYPE;
  }

  @Override
  public Object body(Refusal refusal, HttpRequest<?> request) {
    return bodyOf(refusal.verdict());
  }

  static Object bodyOf(Verdict.Rejected verdict) {
    Reason reason = verdict.reason();
    return new Body(
        new Detail(verdict.message(), reason.type(), null, reason.code(), retryAfter(verdict)));
  }

  /** Whether the body follows from the reason alone. */
  static boolean isPlain(Verdict.Rejected verdict) {
    return verdict.message().equals(verdict.reason().message()) && retryAfter(verdict) == null;
  }

  /** Only the answer to guessing has it in its body; for the others there is the header. */
  private static @Nullable Long retryAfter(Verdict.Rejected verdict) {
    Duration wait = verdict.retryAfter();
    boolean guessing = verdict.reason().code().equals(Reason.TOO_MANY_FAILED_ATTEMPTS.code());
    return wait == null || !guessing ? null : RefusalHeaders.seconds(wait);
  }

  /** The outer object. */
  @Serdeable.Serializable
  record Body(Detail error) {}

  /** The inner object. */
  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Detail(
      String message,
      String type,
      @Nullable String param,
      String code,
      @JsonProperty("retry_after") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Long retryAfter) {}
}
