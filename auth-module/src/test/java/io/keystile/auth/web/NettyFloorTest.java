package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.LogLines;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NettyFloorTest {

  @TempDir Path folder;

  @Test
  void warnsOfAnOldNetty() throws Exception {
    write("netty-codec-http.version=4.2.16.Final\nnetty-codec-http.shortCommitHash=abc\n");
    try (LogLines lines = LogLines.of(NettyFloor.class)) {
      look();
      assertEquals(
          "netty-codec-http is 4.2.16.Final: below 4.2.20.Final requests can be smuggled past a"
              + " proxy. Import io.netty:netty-bom 4.2.20.Final or newer before the Micronaut"
              + " platform.",
          lines.next());
      assertTrue(lines.isEmpty());
    }
  }

  @Test
  void saysNothingOfANewOneNorOfWhatIsNumberedOtherwise() throws Exception {
    write("netty-codec-http.version=4.2.20.Final\nnetty-tcnative-classes.version=2.0.74.Final\n");
    try (LogLines lines = LogLines.of(NettyFloor.class)) {
      look();
      assertTrue(lines.isEmpty());
    }
  }

  @Test
  void saysNothingWithoutNetty() throws Exception {
    try (LogLines lines = LogLines.of(NettyFloor.class)) {
      look();
      assertTrue(lines.isEmpty());
    }
  }

  @Test
  void findsTheNettyOfThisBuildSafe() {
    try (LogLines lines = LogLines.of(NettyFloor.class)) {
      NettyFloor.check(NettyFloorTest.class.getClassLoader());
      assertTrue(lines.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.1.140.Final", "4.2.0.Final", "4.2.19.Final", "3.10.6.Final"})
  void findsOldVersionsUnsafe(String version) {
    assertFalse(NettyFloor.isSafe(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.2.20.Final", "4.2.100.Final", "4.3.0.Final", "5.0.0.Alpha5", "?"})
  void findsOthersSafe(String version) {
    assertTrue(NettyFloor.isSafe(version));
  }

  private void look() throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folderUrl()}, null)) {
      NettyFloor.check(loader);
    }
  }

  private URL folderUrl() throws MalformedURLException {
    return folder.toUri().toURL();
  }

  private void write(String properties) throws IOException {
    Path file = folder.resolve("META-INF/io.netty.versions.properties");
    Files.createDirectories(folder.resolve("META-INF"));
    Files.writeString(file, properties);
  }
}
