package io.keystile.auth.security;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import java.net.URI;
import java.net.URISyntaxException;

/** The same request, spelled otherwise. */
final class TwinRequest<B> extends HttpRequestWrapper<B> {

  private final HttpMethod method;
  private final URI uri;

  private TwinRequest(HttpRequest<B> request, HttpMethod method, URI uri) {
    super(request);
    this.method = method;
    this.uri = uri;
  }

  static <B> HttpRequest<B> asGet(HttpRequest<B> request) {
    return new TwinRequest<>(request, HttpMethod.GET, request.getUri());
  }

  /** With a slash at its end, or without the one it has. */
  static <B> HttpRequest<B> withOtherSlash(HttpRequest<B> request) {
    String path = request.getUri().getPath();
    String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    return new TwinRequest<>(request, request.getMethod(), uri(other));
  }

  // The name of a host keeps a path that begins with two slashes from being taken for one.
  private static URI uri(String path) {
    try {
      return new URI("http", "localhost", path, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("A path begins with a slash", e);
    }
  }

  @Override
  public HttpMethod getMethod() {
    return method;
  }

  @Override
  public URI getUri() {
    return uri;
  }
}
