package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;

/** Stores a digest as its 32 bytes. */
@Singleton
final class DigestConverter implements AttributeConverter<KeyDigest, byte[]> {

  @Override
  public byte[] convertToPersistedValue(KeyDigest digest, ConversionContext context) {
    return digest.bytes();
  }

  @Override
  public KeyDigest convertToEntityValue(byte[] bytes, ConversionContext context) {
    return KeyDigest.of(bytes);
  }
}
