package io.keystile.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Keystile.class.getPackage().getImplementationVersion();
    return new String[] {"keystile " + Objects.requireNonNullElse(version, "(development)")};
  }
}
