package io.keystile.auth.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Fields as bytes that can be read in one way only: each behind its length, and an absent one
 * different from an empty one. What is sealed for one purpose does not fit another.
 */
final class SealedFields {

  private static final int ABSENT = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

  SealedFields(String purpose) {
    add(purpose);
  }

  SealedFields add(@Nullable String text) {
    if (text == null) {
      length(ABSENT);
    } else {
      byte[] value = text.getBytes(StandardCharsets.UTF_8);
      length(value.length);
      bytes.writeBytes(value);
    }
    return this;
  }

  SealedFields add(long number) {
    length(Long.BYTES);
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private void length(int length) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
  }
}
