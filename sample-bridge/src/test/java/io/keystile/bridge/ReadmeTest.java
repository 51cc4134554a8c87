package io.keystile.bridge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| `keystile.bridge.backend` | `echo` |",
        "| `keystile.bridge.models` | `echo` |",
        "| `keystile.bridge.max-body` | as the server allows |",
        "| `keystile.bridge.upstream.url` | none",
        "| `keystile.bridge.upstream.api-key` | none |",
        "| `keystile.bridge.upstream.connect-timeout` | `5s` |",
        "| `keystile.bridge.upstream.first-byte-timeout` | `4m` |",
        "| `keystile.bridge.upstream.idle-timeout` | `2m` |",
        "| `keystile.bridge.upstream.keep-alive` | `4s` |",
        "| `keystile.bridge.capture.file` | none, off |",
        "| `keystile.bridge.capture.max-file-size` | `10MB` |",
        "| `keystile.bridge.capture.max-files` | `5` |",
        "| `keystile.bridge.capture.max-body` | `64KB` |"
      })
  void tellsEveryKeyWithItsDefault(String row) throws Exception {
    assertTrue(Files.readString(Path.of("README.md")).contains(row), row);
  }
}
