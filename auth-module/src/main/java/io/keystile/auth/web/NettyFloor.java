package io.keystile.auth.web;

import io.micronaut.context.annotation.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns at start of a Netty that lets requests be smuggled past a proxy. Version floors do not
 * travel with a dependency, so an application may well have an older one. Needs no Netty: every jar
 * of it names its version in a resource.
 */
@Context
final class NettyFloor {

  private static final Logger LOG = LoggerFactory.getLogger(NettyFloor.class);
  private static final String VERSIONS = "META-INF/io.netty.versions.properties";
  private static final Pattern ARTIFACT =
      Pattern.compile("netty-(buffer|codec|codec-.+|common|handler|transport)\\.version");
  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9}).*");
  private static final int[] FLOOR = {4, 2, 20};

  NettyFloor() {
    check(NettyFloor.class.getClassLoader());
  }

  static void check(ClassLoader loader) {
    try {
      for (URL resource : Collections.list(loader.getResources(VERSIONS))) {
        check(resource);
      }
    } catch (IOException e) {
      LOG.debug("Netty's version cannot be read", e);
    }
  }

  /** Whether a version is at or above the floor; one that cannot be read is taken for safe. */
  static boolean isSafe(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return true;
    }
    int[] parts = {
      Integer.parseInt(matcher.group(1)),
      Integer.parseInt(matcher.group(2)),
      Integer.parseInt(matcher.group(3))
    };
    return Arrays.compare(parts, FLOOR) >= 0;
  }

  private static void check(URL resource) throws IOException {
    Properties versions = new Properties();
    try (InputStream input = resource.openStream()) {
      versions.load(input);
    }
    for (String name : versions.stringPropertyNames()) {
      if (ARTIFACT.matcher(name).matches() && !isSafe(versions.getProperty(name))) {
        LOG.warn(
            "{} is {}: below 4.2.20.Final requests can be smuggled past a proxy. Import"
                + " io.netty:netty-bom 4.2.20.Final or newer before the Micronaut platform.",
            name.substring(0, name.length() - ".version".length()),
            versions.getProperty(name));
      }
    }
  }
}
