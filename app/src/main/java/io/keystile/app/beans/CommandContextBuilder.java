package io.keystile.app.beans;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;

/** Makes contexts for commands on the store. */
public final class CommandContextBuilder extends DefaultApplicationContextBuilder {

  /** A new one, without settings. */
  public CommandContextBuilder() {}

  @Override
  protected ApplicationContext newApplicationContext() {
    return new CommandContext(this);
  }
}
