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

/** Turns a refusal into the answer that the caller sees; every refusal goes through here. */
@Singleton
final class RefusalRenderer {

  private final OpenAiRefusalBody openAi;
  private final ProblemRefusalBody problem;
  private final RefusalHeaders headers;
  private final RefusalLog log;
  private final Live<ErrorsConfiguration> configuration;

  RefusalRenderer(
      OpenAiRefusalBody openAi,
      ProblemRefusalBody problem,
      RefusalHeaders headers,
      RefusalLog log,
      Live<ErrorsConfiguration> configuration) {
    this.openAi = openAi;
    this.problem = problem;
    this.headers = headers;
    this.log = log;
    this.configuration = configuration;
  }

  MutableHttpResponse<?> render(
      HttpRequest<?> request, Verdict.Rejected verdict, boolean presented) {
    Refusal refusal =
        new Refusal(verdict, presented, RequestIds.of(request), RequestIds.newReceipt());
    log.refused(request, refusal);
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
    if (configuration.get().format() == ErrorsConfiguration.Format.PROBLEM) {
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
