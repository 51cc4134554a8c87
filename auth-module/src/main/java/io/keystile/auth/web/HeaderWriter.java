package io.keystile.auth.web;

import io.micronaut.context.annotation.DefaultImplementation;
import io.micronaut.http.MutableHttpHeaders;
import java.nio.charset.StandardCharsets;

/** Writes headers of many answers, in the way that is quickest with the server there is. */
@DefaultImplementation(AnyHeaderWriter.class)
interface HeaderWriter {

  /**
   * A name or a value in the form that is written soonest.
   *
   * @param ascii the text; it must not be changed any more
   */
  CharSequence text(byte[] ascii);

  /** The same of a text that has no other characters than ASCII. */
  default CharSequence text(String ascii) {
    return text(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sets a header of which name and value are known to be well formed. */
  void set(MutableHttpHeaders headers, CharSequence name, CharSequence value);
}
