package io.keystile.auth.web;

import com.github.f4b6a3.ulid.UlidCreator;
import io.micronaut.http.HttpRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids under which a request and its refusal are spoken of. */
public final class RequestIds {

  /** The header that carries the id of a request. */
  public static final String HEADER = RefusalHeaders.REQUEST_ID;

  private static final String ATTRIBUTE = RequestIds.class.getName();

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

  private RequestIds() {}

  /** The incoming id when it is harmless to repeat, else a new one; for one request the same. */
  public static String of(HttpRequest<?> request) {
    String known = RequestAttributes.find(request, ATTRIBUTE, String.class);
    if (known != null) {
      return known;
    }
    String id = read(request);
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  private static String read(HttpRequest<?> request) {
    @Nullable String incoming = request.getHeaders().get(RefusalHeaders.REQUEST_ID);
    return incoming != null && SANE.matcher(incoming).matches()
        ? incoming
        : "req_" + UlidCreator.getUlid();
  }

  /** Later ones come behind earlier ones in the order of text. */
  static String newReceipt(long now) {
    return "rcpt_" + UlidCreator.getUlid(now);
  }
}
