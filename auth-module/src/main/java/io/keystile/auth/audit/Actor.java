package io.keystile.auth.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something, or tried to.
 *
 * @param kind what the id is the id of
 * @param id a key's id, a user's name in the console, a user's name on this machine, or what the
 *     application calls itself; never a secret
 * @param address from where, or null when it was not over the network
 * @param requestId the request it came with, or null
 * @since 0.1
 */
public record Actor(Kind kind, String id, @Nullable String address, @Nullable String requestId) {

  /** The application itself: what happens when nobody said who acts. */
  public static final Actor APPLICATION = new Actor(Kind.APPLICATION, "application", null, null);

  /** Kinds of actors. */
  public enum Kind {
    /** The holder of an API key. */
    KEY,
    /** A user of the console. */
    CONSOLE,
    /** A user of this machine, by the command line. */
    COMMAND_LINE,
    /** The application itself: a job, its own code, its retention. */
    APPLICATION,
    /** Somebody who did not say, or could not prove, who it is. */
    ANONYMOUS;

    /** As it stands in the log: lower case, words joined by {@code _}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Somebody unknown. */
  public static Actor anonymous(@Nullable String address, @Nullable String requestId) {
    return new Actor(Kind.ANONYMOUS, "anonymous", address, requestId);
  }
}
