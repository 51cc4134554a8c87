package io.keystile.app.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that pages need, under a name that tells its content. */
final class Asset {

  private static final int HASH = 12;

  private final String name;
  private final String mediaType;
  private final byte[] content;

  private Asset(String name, String mediaType, byte[] content) {
    this.name = name;
    this.mediaType = mediaType;
    this.content = content;
  }

  static Asset load(String resource, String name, String mediaType) {
    byte[] content = read(resource);
    int dot = name.lastIndexOf('.');
    String hash = HexFormat.of().formatHex(sha256(content)).substring(0, HASH);
    return new Asset(name.substring(0, dot) + "." + hash + name.substring(dot), mediaType, content);
  }

  String name() {
    return name;
  }

  String mediaType() {
    return mediaType;
  }

  /** To be read only. */
  byte[] content() {
    return content;
  }

  private static byte[] read(String resource) {
    try (InputStream in = Asset.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has it", e);
    }
  }
}
