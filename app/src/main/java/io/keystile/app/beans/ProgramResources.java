package io.keystile.app.beans;

import io.micronaut.core.io.scan.DefaultClassPathResourceLoader;
import java.io.InputStream;
import java.util.Optional;

/**
 * Opens what lies at the top of the program's jar without reading the jar's whole directory a
 * second time, as the framework does to find out whether a name is a folder: none with a dot is.
 */
final class ProgramResources extends DefaultClassPathResourceLoader {

  private static final String PREFIX = "classpath:";

  ProgramResources(ClassLoader classes) {
    super(classes);
  }

  @Override
  public Optional<InputStream> getResourceAsStream(String path) {
    String name = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path;
    return name.indexOf('/') < 0 && name.indexOf('.') > 0
        ? Optional.ofNullable(getClassLoader().getResourceAsStream(name))
        : super.getResourceAsStream(path);
  }
}
