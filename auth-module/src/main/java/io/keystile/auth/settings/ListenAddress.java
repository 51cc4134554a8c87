package io.keystile.auth.settings;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether others than this machine can reach the server. */
@Singleton
public final class ListenAddress {

  static final String ALLOW_OPEN = "keystile.allow-open";

  private static final String LISTENERS = "micronaut.server.netty.listeners";

  private final boolean loopback;
  private final boolean openAllowed;

  ListenAddress(
      Environment environment,
      @Property(name = "micronaut.server.host") @Nullable String host,
      @Property(name = "keystile.allow-open", defaultValue = "false")
          @OperatorSetting(
              "Whether the API may ask for no key while others than this machine can reach it.")
          boolean openAllowed) {
    Collection<String> listeners = environment.getPropertyEntries(LISTENERS);
    // Listeners of one's own take the place of the server's host and port.
    this.loopback =
        listeners.isEmpty()
            ? isLocal(host)
            : listeners.stream().allMatch(name -> isLocal(hostOf(environment, name)));
    this.openAllowed = openAllowed;
  }

  /** Whether the server listens on the loopback interface only. */
  public boolean isLoopback() {
    return loopback;
  }

  /** Whether an operator allowed to be open to others without authentication. */
  public boolean isOpenAllowed() {
    return openAllowed;
  }

  private static @Nullable String hostOf(Environment environment, String listener) {
    return environment.getProperty(LISTENERS + "." + listener + ".host", String.class).orElse(null);
  }

  private static boolean isLocal(@Nullable String host) {
    return host != null && isLoopbackName(host);
  }

  /** Whether the text, a host without a port, names this machine itself. */
  public static boolean isLoopbackName(String name) {
    String host = name.toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.matches("127(\\.(0|[1-9]\\d{0,2})){3}");
  }
}
