package io.keystile.app.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** The terminal this process was started from, if any. */
@SuppressWarnings("SystemConsoleNull") // it is null up to JDK 21, and is asked from 22 on
final class SystemTerminal implements Terminal {

  @Override
  public boolean isInteractive() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  @Override
  public @Nullable String readLine() {
    Console console = System.console();
    return console == null ? null : console.readLine();
  }

  @Override
  public @Nullable String readSecret() {
    Console console = System.console();
    char @Nullable [] typed = console == null ? null : console.readPassword();
    return typed == null ? null : String.valueOf(typed);
  }

  // From JDK 22 on there can be a console without a terminal; only there the method exists.
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
