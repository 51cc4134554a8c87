package io.keystile.auth.web;

import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Puts the body into the answer that a refusal gets, in the form that is asked for. */
@Singleton
final class RefusalBodies {

  private final OpenAiRefusalBody openAi;
  private final WrittenRefusals written;
  private final ProblemRefusalBody problem;
  private final ManagementRoutes management;
  private final Live<ErrorsConfiguration> configuration;

  RefusalBodies(
      OpenAiRefusalBody openAi,
      WrittenRefusals written,
      ProblemRefusalBody problem,
      ManagementRoutes management,
      Live<ErrorsConfiguration> configuration) {
    this.openAi = openAi;
    this.written = written;
    this.problem = problem;
    this.management = management;
    this.configuration = configuration;
  }

  void write(Refusal refusal, HttpRequest<?> request, MutableHttpResponse<Object> response) {
    RefusalBody form = isProblemWanted(request) ? problem : openAi;
    byte[] bytes = form == openAi ? written.find(refusal) : null;
    response
        .body(bytes != null ? bytes : form.body(refusal, request))
        .contentType(form.mediaType());
  }

  private boolean isProblemWanted(HttpRequest<?> request) {
    if (configuration.get().format() == ErrorsConfiguration.Format.PROBLEM
        || management.matches(request)) {
      return true;
    }
    for (MediaType accepted : request.accept()) {
      if (accepted.getName().equalsIgnoreCase(ProblemRefusalBody.TYPE.getName())) {
        return true;
      }
    }
    return false;
  }
}
