package io.keystile.auth.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows how Netty keeps headers. It goes once through the few there are, because each look-up by
 * name would hash the name; where it asks for one, the name is one that keeps its hash.
 */
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

  @Override
  public CharSequence prepare(String name) {
    return AsciiString.cached(name);
  }

  @Override
  public List<String> values(HttpHeaders headers, CharSequence name) {
    return headers instanceof NettyHttpHeaders netty
        ? values(netty.getNettyHeaders().valueCharSequenceIterator(name))
        : other.values(headers, name);
  }

  private static List<String> values(Iterator<? extends CharSequence> found) {
    if (!found.hasNext()) {
      return List.of();
    }
    String first = found.next().toString();
    if (!found.hasNext()) {
      return List.of(first);
    }
    List<String> values = new ArrayList<>(List.of(first));
    found.forEachRemaining(value -> values.add(value.toString()));
    return values;
  }
}
