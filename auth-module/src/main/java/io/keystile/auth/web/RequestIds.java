package io.keystile.auth.web;

import com.github.f4b6a3.ulid.UlidCreator;
import io.micronaut.http.HttpRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids under which a request and its refusal are spoken of. */
final class RequestIds {

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

  private RequestIds() {}

  /** The incoming id when it is harmless to repeat, else a new one. */
  static String of(HttpRequest<?> request) {
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
