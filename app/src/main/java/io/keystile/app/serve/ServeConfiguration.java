package io.keystile.app.serve;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How the server runs. The defaults stand in {@code application.properties}: a default here would
 * silently replace a value that cannot be read.
 *
 * @param host the address to listen on; default 127.0.0.1
 * @param port the port to listen on, 0 for any free one; default 8080
 * @param bootstrap what happens at a start without any key; default create
 * @param requestHeadTimeout how long a caller may take to send the request line and the headers;
 *     default 10s
 * @param accessLog whether every request gets a line in the log; default false
 */
@ConfigurationProperties("keystile")
record ServeConfiguration(
    String host, int port, Bootstrap bootstrap, Duration requestHeadTimeout, boolean accessLog) {

  /** What a start without any key does. */
  enum Bootstrap {
    /** Makes a first key and hands it over. */
    CREATE,
    /** Refuses to start. */
    FAIL,
    /** Starts; nobody gets in. */
    NONE
  }

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  ServeConfiguration {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the port must be 0 to 65535");
    }
    if (requestHeadTimeout.compareTo(Duration.ofSeconds(1)) < 0
        || requestHeadTimeout.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("keystile.request-head-timeout must be 1s to 5m");
    }
  }
}
