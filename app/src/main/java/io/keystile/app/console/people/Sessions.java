package io.keystile.app.console.people;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. Kept in memory: a restart signs everybody out. Ends a session after 30 minutes
 * without a request and after 12 hours in any case. Safe for several threads.
 */
@Singleton
public final class Sessions {

  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);
  static final int MOST_PER_USER = 20;

  private final ConsoleUsers users;
  private final Clock clock;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  Sessions(ConsoleUsers users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  /**
   * A new session of somebody whose password was right.
   *
   * @param address from where, or null when that is not known
   * @return what the cookie carries; the session is known by nothing else
   */
  public SessionToken start(String name, @Nullable String address) {
    ConsoleUserRow user = users.getRow(name);
    forget(session -> isOver(session));
    List<Session> own = of(user.name());
    own.stream().skip(MOST_PER_USER - 1L).forEach(old -> forget(session -> session == old));
    SessionToken token = SessionToken.random();
    String id = SessionToken.random().text().substring(0, 16);
    sessions.put(
        token.digest(), new Session(id, user.name(), user.epoch(), clock.instant(), address));
    return token;
  }

  /** The session that a cookie names, used now; or null when there is none. */
  public @Nullable Session find(String token) {
    Session session = look(token);
    if (session != null) {
      session.touch(clock.instant());
    }
    return session;
  }

  /** The same where nobody does anything: that does not count as use. */
  public @Nullable Session look(String token) {
    Session session = sessions.get(new SessionToken(token).digest());
    return session == null || isOver(session) ? null : session;
  }

  /**
   * Whose session it is, as they are now; or null when it has to end: they are gone, or have
   * another password.
   */
  public @Nullable SignedIn findSignedIn(Session session) {
    ConsoleUserRow user = users.findRow(session.user());
    if (user == null || user.epoch() != session.epoch()) {
      forget(other -> other == session);
      return null;
    }
    return new SignedIn(user.name(), user.roleValue(), session.formToken().text());
  }

  /** Whether the session goes on; asking that does not count as use. */
  public boolean isOpen(Session session) {
    return sessions.containsValue(session) && !isOver(session);
  }

  /** The sessions of somebody, the one used last first. */
  public List<Session> of(String user) {
    return sessions.values().stream()
        .filter(session -> session.user().equals(user) && !isOver(session))
        .sorted(Comparator.comparing(Session::usedAt).reversed())
        .toList();
  }

  /** Ends the session. */
  public void end(Session session) {
    forget(other -> other == session);
  }

  /** Ends those of somebody's sessions that the choice wants to end. */
  public void end(String user, Predicate<Session> choice) {
    forget(session -> session.user().equals(user) && choice.test(session));
  }

  private void forget(Predicate<Session> choice) {
    sessions.values().removeIf(choice);
  }

  private boolean isOver(Session session) {
    Instant now = clock.instant();
    return !now.isBefore(session.usedAt().plus(IDLE))
        || !now.isBefore(session.startedAt().plus(LONGEST));
  }
}
