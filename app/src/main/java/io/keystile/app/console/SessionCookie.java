package io.keystile.app.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that carries the session. Over TLS no other host or path can set it. */
public final class SessionCookie {

  private static final String PLAIN = "keystile_console";
  private static final String SECURE = "__Host-keystile_console";

  private SessionCookie() {}

  /** What the browser sent. */
  static Optional<String> find(HttpRequest<?> request) {
    return Stream.of(SECURE, PLAIN)
        .flatMap(name -> request.getCookies().findCookie(name).stream())
        .map(Cookie::getValue)
        .findFirst();
  }

  /** One that lasts until the browser is closed. */
  public static Cookie of(HttpRequest<?> request, String token) {
    boolean secure = SameOrigin.isSecure(request);
    return shape(secure ? SECURE : PLAIN, token, secure);
  }

  /** Those that take away what there may be. */
  public static List<Cookie> gone() {
    return List.of(shape(PLAIN, "", false).maxAge(0), shape(SECURE, "", true).maxAge(0));
  }

  private static Cookie shape(String name, String value, boolean secure) {
    return Cookie.of(name, value).httpOnly(true).secure(secure).path("/").sameSite(SameSite.Strict);
  }
}
