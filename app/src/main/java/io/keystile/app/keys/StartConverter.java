package io.keystile.app.keys;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads when a key begins: like its end, with {@code now} in the place of {@code never}. */
final class StartConverter implements ITypeConverter<Expiry> {

  @Override
  public Expiry convert(String text) {
    if (text.equals("now")) {
      return Expiry.NEVER;
    }
    try {
      return Expiry.parse(text.equals("never") ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("use a span (12h, 90d, 4w), a date (2027-01-31) or now");
    }
  }
}
