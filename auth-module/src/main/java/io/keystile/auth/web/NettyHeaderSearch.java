package io.keystile.auth.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.netty.NettyHttpHeaders;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes once through the few headers there are: each look-up by name would hash the name. */
@Singleton
@Requires(classes = NettyHttpHeaders.class)
@Replaces(AnyHeaderSearch.class)
final class NettyHeaderSearch implements HeaderSearch {

  private final AnyHeaderSearch other = new AnyHeaderSearch();

  @Override
  public @Nullable String find(HttpHeaders headers, HeaderNames names) {
    return headers instanceof NettyHttpHeaders netty
        ? find(netty.getNettyHeaders().iteratorCharSequence(), names)
        : other.find(headers, names);
  }

  private static @Nullable String find(
      Iterator<Map.Entry<CharSequence, CharSequence>> headers, HeaderNames names) {
    while (headers.hasNext()) {
      String name = names.find(headers.next().getKey());
      if (name != null) {
        return name;
      }
    }
    return null;
  }
}
