package io.keystile.auth.management;

import io.keystile.auth.audit.Actor;
import io.keystile.auth.audit.Actors;
import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.web.RequestIds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of every call: it runs in the name of its caller, what goes wrong becomes a problem, and
 * what is refused is noted.
 */
@Singleton
final class ManagementCalls {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementCalls.class);
  private static final Set<Integer> REFUSALS =
      Set.of(
          HttpStatus.FORBIDDEN.getCode(),
          HttpStatus.CONFLICT.getCode(),
          HttpStatus.PRECONDITION_FAILED.getCode());

  private final ManagementActors callers;
  private final Actors actors;
  private final AuditLog audit;

  ManagementCalls(ManagementActors callers, Actors actors, AuditLog audit) {
    this.callers = callers;
    this.actors = actors;
    this.audit = audit;
  }

  /** Answers a call that only looks. */
  <T> HttpResponse<T> look(HttpRequest<?> request, Callable<MutableHttpResponse<T>> work) {
    return answer(request, "read", request.getPath(), work);
  }

  /**
   * Answers a call.
   *
   * @param action what is done, as the audit log spells it
   * @param target to what
   */
  <T> HttpResponse<T> answer(
      HttpRequest<?> request, String action, String target, Callable<MutableHttpResponse<T>> work) {
    Actor actor = callers.of(request);
    try {
      return head(request, actors.runAs(actor, work));
    } catch (RuntimeException e) {
      Problem problem = Problems.of(e);
      note(actor, action, target, problem, e);
      return problem(request, problem);
    } catch (Exception e) {
      throw new IllegalStateException("Work here throws nothing checked", e);
    }
  }

  private void note(
      Actor actor, String action, String target, Problem problem, RuntimeException fault) {
    if (problem.status() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      LOG.error("A call of management failed (request {})", actor.requestId(), fault);
    } else if (REFUSALS.contains(problem.status())) {
      try {
        audit.refuse(actor, action, target, problem.code());
      } catch (RuntimeException e) {
        LOG.error("A refused call of management cannot be noted ({} {})", action, target, e);
      }
    }
  }

  // The declared type is that of the answer when all goes well: the document is made from it.
  @SuppressWarnings("unchecked")
  private static <T> HttpResponse<T> problem(HttpRequest<?> request, Problem problem) {
    MutableHttpResponse<Object> response =
        HttpResponse.status(HttpStatus.valueOf(problem.status()));
    response.body(problem).contentType(Problem.MEDIA_TYPE);
    return (HttpResponse<T>) head(request, response);
  }

  private static <T> MutableHttpResponse<T> head(
      HttpRequest<?> request, MutableHttpResponse<T> response) {
    return response
        .header(RequestIds.HEADER, RequestIds.of(request))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
