package io.keystile.auth.web;

import io.micronaut.http.MutableHttpHeaders;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Writes strings. */
@Singleton
final class AnyHeaderWriter implements HeaderWriter {

  @Override
  public CharSequence text(byte[] ascii) {
    return new String(ascii, StandardCharsets.US_ASCII);
  }

  @Override
  public void set(MutableHttpHeaders headers, CharSequence name, CharSequence value) {
    headers.set(name.toString(), value.toString());
  }
}
