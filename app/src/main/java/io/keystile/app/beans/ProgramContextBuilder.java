package io.keystile.app.beans;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.core.io.scan.ClassPathResourceLoader;

/** Makes contexts with all beans of the program. */
public class ProgramContextBuilder extends DefaultApplicationContextBuilder {

  /** A new one, without settings. */
  public ProgramContextBuilder() {}

  @Override
  protected ApplicationContext newApplicationContext() {
    return new ProgramContext(this);
  }

  @Override
  public ClassPathResourceLoader getResourceLoader() {
    return new ProgramResources(getClassLoader());
  }
}
