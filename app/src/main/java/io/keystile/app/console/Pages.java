package io.keystile.app.console;

import io.keystile.app.console.people.Session;
import io.keystile.app.console.people.SignedIn;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.settings.ListenAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Makes the answers of the console. To be called where a request is answered: who is signed in is
 * taken from it. Safe for several threads.
 */
@Singleton
public final class Pages {

  private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

  private final Templates templates;
  private final Navigation navigation;
  private final AuthenticationSwitch authentication;
  private final ListenAddress listen;
  private final Provider<Assets> assets;

  Pages(
      Templates templates,
      Navigation navigation,
      AuthenticationSwitch authentication,
      ListenAddress listen,
      Provider<Assets> assets) {
    this.templates = templates;
    this.navigation = navigation;
    this.authentication = authentication;
    this.listen = listen;
    this.assets = assets;
  }

  /** The page. */
  public MutableHttpResponse<?> show(Page page) {
    return show(page, HttpStatus.OK);
  }

  /** The page with a form that has faults; what was typed stands in it. */
  public MutableHttpResponse<?> showFaulty(Page page) {
    return show(page, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /** The page that says that there is nothing here. */
  public MutableHttpResponse<?> notFound() {
    return error(HttpStatus.NOT_FOUND);
  }

  /** The same with a page that says what is missing. */
  public MutableHttpResponse<?> notFound(Page page) {
    return show(page, HttpStatus.NOT_FOUND);
  }

  /** Whether a page that is shown asks for a part of itself. */
  public static boolean isPart(HttpRequest<?> request) {
    return request.getHeaders().contains("HX-Request");
  }

  /** To a page that asks by itself: it is to be shown anew as a whole. */
  public MutableHttpResponse<?> reload() {
    return SecurityHeaders.on(HttpResponse.noContent().header("HX-Refresh", "true"));
  }

  /** A file to be kept. */
  public MutableHttpResponse<?> download(StreamedFile file) {
    return SecurityHeaders.on(HttpResponse.ok(file));
  }

  /** To a page that asks by itself: what it shows is how it is. */
  public MutableHttpResponse<?> nothingNew() {
    return SecurityHeaders.on(HttpResponse.noContent());
  }

  /** Sends the browser on, by GET. */
  public MutableHttpResponse<?> goTo(Destination destination) {
    return goTo(destination, Visit.findSession());
  }

  /** The same where another session goes on. */
  public MutableHttpResponse<?> goTo(Destination destination, @Nullable Session session) {
    if (session != null && destination.notice() != null) {
      session.leave(destination.notice());
    }
    return SecurityHeaders.on(HttpResponse.seeOther(destination.path()));
  }

  /** The page for a status of 400 or more. */
  public MutableHttpResponse<?> error(HttpStatus status) {
    return show(ErrorPage.of(status), status);
  }

  MutableHttpResponse<?> show(Page page, HttpStatus status) {
    String html = templates.render(page, frame(page));
    return SecurityHeaders.on(HttpResponse.<String>status(status).body(html).contentType(HTML));
  }

  private Frame frame(Page page) {
    SignedIn signedIn = Visit.findSignedIn();
    return new Frame(
        page.title(),
        page.section(),
        navigation.of(signedIn),
        signedIn,
        notice(),
        !authentication.isOn() && !listen.isLoopback(),
        assets.get());
  }

  private static @Nullable Notice notice() {
    Session session = Visit.findSession();
    return session == null ? null : (Notice) session.take();
  }
}
