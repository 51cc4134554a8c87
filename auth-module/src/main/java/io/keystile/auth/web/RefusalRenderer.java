package io.keystile.auth.web;

import io.keystile.auth.Verdict;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Turns a refusal into the answer that the caller sees; every refusal goes through here. */
@Singleton
final class RefusalRenderer {

  private final RefusalBodies bodies;
  private final RefusalHeaders headers;
  private final RefusalLog log;
  private final RefusalRecords records;
  private final Clock clock;

  RefusalRenderer(
      RefusalBodies bodies,
      RefusalHeaders headers,
      RefusalLog log,
      RefusalRecords records,
      Clock clock) {
    this.bodies = bodies;
    this.headers = headers;
    this.log = log;
    this.records = records;
    this.clock = clock;
  }

  MutableHttpResponse<?> render(
      HttpRequest<?> request, Verdict.Rejected verdict, boolean presented) {
    long now = clock.millis();
    Refusal refusal =
        new Refusal(verdict, presented, RequestIds.of(request), RequestIds.newReceipt(now));
    RefusalAttribute.set(request, refusal);
    log.refused(request, refusal);
    records.refused(request, refusal, now);
    MutableHttpResponse<Object> response =
        HttpResponse.status(HttpStatus.valueOf(verdict.reason().status()));
    headers.write(refusal, response);
    if (request.getMethod() != HttpMethod.HEAD) {
      bodies.write(refusal, request, response);
    }
    return response;
  }
}
