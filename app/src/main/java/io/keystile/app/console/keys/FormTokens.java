package io.keystile.app.console.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.keystile.app.console.people.SessionToken;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells a form that is sent for the first time from one that is sent again by going back or
 * reloading, so that neither makes a second key. A form counts for who it was shown to, for as long
 * as a session can last. Safe for several threads.
 */
@Singleton
final class FormTokens {

  /** What a token says. */
  enum Use {
    /** The form was not sent before. */
    FIRST,
    /** It was. */
    AGAIN,
    /** Nothing is known of it: too old, of somebody else, or of a server that was stopped. */
    UNKNOWN
  }

  /** What to say of a form of which nothing is known. */
  static final String UNKNOWN_FORM =
      "The server does not know this form any more. Nothing was done; send it once more.";

  private static final Duration AGE = Duration.ofHours(12);
  private static final int MOST = 10_000;

  private final Cache<String, Form> forms;

  FormTokens(Clock clock) {
    Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    forms = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AGE).ticker(ticker).build();
  }

  /** A token for one form that is shown to this user. */
  String issue(String user) {
    String token = SessionToken.random().text();
    forms.put(token, new Form(user, false));
    return token;
  }

  /** Uses the token up; of several at once only one is the first. */
  Use use(String user, String token) {
    Form used = new Form(user, true);
    if (forms.asMap().replace(token, new Form(user, false), used)) {
      return Use.FIRST;
    }
    return used.equals(forms.getIfPresent(token)) ? Use.AGAIN : Use.UNKNOWN;
  }

  private record Form(String user, boolean used) {}
}
