package io.keystile.app.console;

import java.net.URI;

/**
 * What the next page says once, such as "The key was deleted." Each feature has an enum of its own;
 * the text is fixed, so that no link can make the console say something.
 */
public interface Notice {

  /** One or two sentences. */
  String text();

  /** How it is meant. */
  default Tone tone() {
    return Tone.GOOD;
  }

  /**
   * The notice, on the page that comes next.
   *
   * @param path a path of ours, below {@code /console}
   */
  default Destination on(String path) {
    return new Destination(URI.create(path), this);
  }
}
