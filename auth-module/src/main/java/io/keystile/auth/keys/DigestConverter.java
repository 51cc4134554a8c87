package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Stores a digest as its 32 bytes, and none as null. */
@Singleton
final class DigestConverter implements AttributeConverter<KeyDigest, byte[]> {

  @Override
  public byte @Nullable [] convertToPersistedValue(
      @Nullable KeyDigest digest, ConversionContext context) {
    return digest == null ? null : digest.bytes();
  }

  @Override
  public @Nullable KeyDigest convertToEntityValue(
      byte @Nullable [] bytes, ConversionContext context) {
    return bytes == null ? null : KeyDigest.of(bytes);
  }
}
