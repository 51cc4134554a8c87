package io.keystile.auth.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;

/** Netty copies such a text as it stands, and a name keeps its hash. */
@Singleton
@Requires(classes = NettyHttpHeaders.class)
@Replaces(AnyHeaderWriter.class)
final class NettyHeaderWriter implements HeaderWriter {

  private final AnyHeaderWriter other = new AnyHeaderWriter();

  @Override
  public CharSequence text(byte[] ascii) {
    return new AsciiString(ascii, false);
  }

  @Override
  public void set(MutableHttpHeaders headers, CharSequence name, CharSequence value) {
    if (headers instanceof NettyHttpHeaders netty) {
      netty.setUnsafe(name, value);
    } else {
      other.set(headers, name, value);
    }
  }
}
