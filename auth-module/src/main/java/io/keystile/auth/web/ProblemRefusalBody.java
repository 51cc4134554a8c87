package io.keystile.auth.web;

import io.keystile.auth.Reason;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;

/** Problem details (RFC 9457), for those who ask for them. */
@Singleton
public class ProblemRefusalBody implements RefusalBody {

  static final MediaType TYPE = MediaType.of("application/problem+json");

  @Override
  public MediaType mediaType() {
    return TYPE;
  }

  @Override
  public Object body(Refusal refusal, HttpRequest<?> request) {
    Reason reason = refusal.verdict().reason();
    return new Problem(
        "about:blank",
        HttpStatus.valueOf(reason.status()).getReason(),
        reason.status(),
        refusal.verdict().message(),
        reason.code());
  }

  /** The members of a problem, and the same code as everywhere. */
  @Serdeable.Serializable
  record Problem(String type, String title, int status, String detail, String code) {}
}
