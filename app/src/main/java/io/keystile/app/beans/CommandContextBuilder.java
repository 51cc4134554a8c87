package io.keystile.app.beans;

import io.micronaut.context.ApplicationContext;

/** Makes contexts for commands on the store. */
public final class CommandContextBuilder extends ProgramContextBuilder {

  /** A new one, without settings. */
  public CommandContextBuilder() {}

  @Override
  protected ApplicationContext newApplicationContext() {
    return new CommandContext(this);
  }
}
