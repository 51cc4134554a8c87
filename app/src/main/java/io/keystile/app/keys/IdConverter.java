package io.keystile.app.keys;

import io.keystile.auth.ApiKeyId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a key's id; the message never repeats the text, which may be a key by mistake. */
final class IdConverter implements ITypeConverter<ApiKeyId> {

  @Override
  public ApiKeyId convert(String text) {
    try {
      return new ApiKeyId(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
