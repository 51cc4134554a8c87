package io.keystile.bridge.capture;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;

/**
 * The settings under {@code keystile.bridge.capture}; wrong ones stop the start.
 *
 * @param file where the lines go; without it nothing is captured
 * @param maxFileSize how large the file grows before it is renamed and a new one begun; 64KB to
 *     1GB, default 10MB
 * @param maxFiles how many files are kept, the current one included; 1 to 100, default 5
 * @param maxBody how much of a body is written; 0 to 1MB, default 64KB
 */
@Context
@Requires(property = CaptureConfiguration.PREFIX + ".file")
@ConfigurationProperties(CaptureConfiguration.PREFIX)
record CaptureConfiguration(
    String file,
    @Bindable(defaultValue = "10MB") @ReadableBytes long maxFileSize,
    @Bindable(defaultValue = "5") int maxFiles,
    @Bindable(defaultValue = "64KB") @ReadableBytes long maxBody) {

  static final String PREFIX = "keystile.bridge.capture";

  private static final long KIBIBYTE = 1024;
  private static final long MEBIBYTE = KIBIBYTE * KIBIBYTE;

  CaptureConfiguration {
    require(!file.isBlank(), "file must name a file");
    require(
        maxFileSize >= 64 * KIBIBYTE && maxFileSize <= 1024 * MEBIBYTE,
        "max-file-size must be 64KB to 1GB");
    require(maxFiles >= 1 && maxFiles <= 100, "max-files must be 1 to 100");
    require(maxBody >= 0 && maxBody <= MEBIBYTE, "max-body must be 0 to 1MB");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new ConfigurationException(PREFIX + "." + message);
    }
  }
}
