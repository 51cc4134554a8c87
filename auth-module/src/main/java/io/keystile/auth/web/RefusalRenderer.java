package io.keystile.auth.web;

import io.keystile.auth.Verdict;
import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Turns a refusal into the answer that the caller sees; every refusal goes through here. */
@Singleton
final class RefusalRenderer {

  private final OpenAiRefusalBody openAi;
  private final ProblemRefusalBody problem;
  private final RefusalHeaders headers;
  private final RefusalLog log;
  private final RefusalRecords records;
  private final Clock clock;
  private final Live<ErrorsConfiguration> configuration;

  RefusalRenderer(
      OpenAiRefusalBody openAi,
      ProblemRefusalBody problem,
      RefusalHeaders headers,
      RefusalLog log,
      RefusalRecords records,
      Clock clock,
      Live<ErrorsConfiguration> configuration) {
    this.openAi = openAi;
    this.problem = problem;
    this.headers = headers;
    this.log = log;
    this.records = records;
    this.clock = clock;
    this.configuration = configuration;
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
      RefusalBody body = bodyFor(request);
      response.body(body.body(refusal, request)).contentType(body.mediaType());
    }
    return response;
  }

  private RefusalBody bodyFor(HttpRequest<?> request) {
    if (configuration.get().format() == ErrorsConfiguration.Format.PROBLEM
        || OtherCallers.isManagement(request)) {
      return problem;
    }
    for (MediaType accepted : request.accept()) {
      if (accepted.getName().equalsIgnoreCase(ProblemRefusalBody.TYPE.getName())) {
        return problem;
      }
    }
    return openAi;
  }
}
