package io.keystile.app.console;

import io.keystile.app.console.people.ConsoleUsers;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;

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
    // htmx would put the page into a corner of the one that is shown.
    boolean within = request.getHeaders().contains("HX-Request");
    String there = users.isEmpty() ? SET_UP : SIGN_IN + back(within ? shown(request) : to(request));
    MutableHttpResponse<?> response =
        within
            ? HttpResponse.noContent().header("HX-Redirect", there)
            : HttpResponse.seeOther(URI.create(there));
    return SecurityHeaders.on(response);
  }

  private static String back(String path) {
    boolean worth = Destination.isOurs(path) && !path.equals("/console");
    return worth ? "?to=" + path : "";
  }

  /** Where the browser wanted to go; empty when it wanted to change something. */
  private static String to(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET ? request.getPath() : "";
  }

  /** The page that the browser shows, as htmx tells it; empty when it does not. */
  private static String shown(HttpRequest<?> request) {
    String address = request.getHeaders().get("HX-Current-URL");
    try {
      return address == null ? "" : Objects.toString(URI.create(address).getRawPath(), "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
