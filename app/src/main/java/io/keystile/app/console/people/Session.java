package io.keystile.app.console.people;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One browser that somebody signed in with. Safe for several threads. */
public final class Session {

  private final String id;
  private final String user;
  private final long epoch;
  private final SessionToken formToken = SessionToken.random();
  private final Instant startedAt;
  private final @Nullable String address;
  private final AtomicReference<@Nullable Object> flash = new AtomicReference<>();
  private volatile Instant usedAt;

  Session(String id, String user, long epoch, Instant startedAt, @Nullable String address) {
    this.id = id;
    this.user = user;
    this.epoch = epoch;
    this.startedAt = startedAt;
    this.usedAt = startedAt;
    this.address = address;
  }

  /** A name for it that lets nobody in. */
  public String id() {
    return id;
  }

  /** Whose it is. */
  public String user() {
    return user;
  }

  long epoch() {
    return epoch;
  }

  /** What their forms carry. */
  public SessionToken formToken() {
    return formToken;
  }

  /** When they signed in. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When they last asked for a page. */
  public Instant usedAt() {
    return usedAt;
  }

  /** From where they signed in, or null when that was not known. */
  public @Nullable String address() {
    return address;
  }

  /** Leaves a notice for the next page. */
  public void leave(Object notice) {
    flash.set(notice);
  }

  /** The notice that was left, once. */
  public @Nullable Object take() {
    return flash.getAndSet(null);
  }

  void touch(Instant now) {
    usedAt = now;
  }
}
