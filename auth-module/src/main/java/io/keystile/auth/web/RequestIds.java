package io.keystile.auth.web;

import com.github.f4b6a3.ulid.UlidFactory;
import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids under which a request and its refusal are spoken of. */
public final class RequestIds {

  /** The header that carries the id of a request. */
  public static final String HEADER = RefusalHeaders.REQUEST_ID;

  private static final String ATTRIBUTE = RequestIds.class.getName();

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

  // Unique, not secret: no id opens anything. Of their own, since who reads ids could tell what the
  // generator of the thread says next, and others ask that one as well.
  private static final ThreadLocal<SplittableRandom> RANDOM =
      ThreadLocal.withInitial(() -> new SplittableRandom(new SecureRandom().nextLong()));

  private static final UlidFactory ULIDS = UlidFactory.newInstance(() -> RANDOM.get().nextLong());

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
        : "req_" + ULIDS.create();
  }

  /** Later ones come behind earlier ones in the order of text. */
  static String newReceipt(long now) {
    return "rcpt_" + ULIDS.create(now);
  }
}
