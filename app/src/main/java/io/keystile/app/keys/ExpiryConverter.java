package io.keystile.app.keys;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an {@link Expiry}. */
final class ExpiryConverter implements ITypeConverter<Expiry> {

  @Override
  public Expiry convert(String text) {
    try {
      return Expiry.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
