package io.keystile.app.console;

import io.keystile.app.console.people.ConsoleUsers;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Sends browsers without a session to sign in, and back to where they wanted to go; to the set-up
 * page while there is nobody who could.
 */
@Singleton
final class WayIn {

  private static final String SIGN_IN = "/console/sign-in";
  private static final String SET_UP = "/console/setup";

  private final ConsoleUsers users;

  WayIn(ConsoleUsers users) {
    this.users = users;
  }

  MutableHttpResponse<?> from(HttpRequest<?> request) {
    String there = users.isEmpty() ? SET_UP : SIGN_IN + back(request);
    // htmx would put the page into a corner of the one that is shown.
    MutableHttpResponse<?> response =
        request.getHeaders().contains("HX-Request")
            ? HttpResponse.noContent().header("HX-Redirect", SIGN_IN)
            : HttpResponse.seeOther(URI.create(there));
    return SecurityHeaders.on(response);
  }

  private static String back(HttpRequest<?> request) {
    return isWorthComingBack(request) ? "?to=" + request.getPath() : "";
  }

  private static boolean isWorthComingBack(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET
        && Destination.isOurs(request.getPath())
        && !request.getPath().equals("/console");
  }
}
