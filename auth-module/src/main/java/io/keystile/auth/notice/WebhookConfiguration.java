package io.keystile.auth.notice;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell what happens to keys.
 *
 * @param url where to POST events to, by https unless private addresses are allowed; null for
 *     nowhere
 * @param events which kinds; default all
 * @param allowPrivate whether addresses of this machine and of private networks may be called;
 *     default false
 * @param timeout how long one attempt may take, 1s to 1m; default 10s
 * @param retryFor how long an event that cannot be delivered is tried again, 1m to 30d; default 3d
 * @since 0.1
 */
@ConfigurationProperties("keystile.webhook")
public record WebhookConfiguration(
    @Nullable String url,
    @Bindable(
            defaultValue =
                "key.expiring,key.quota,key.unused,key.issued,key.changed,key.rotated,key.revoked,key.enabled")
        List<String> events,
    @Bindable(defaultValue = "false") boolean allowPrivate,
    @Bindable(defaultValue = "10s") Duration timeout,
    @Bindable(defaultValue = "3d") Duration retryFor) {

  private static final Set<String> EVENTS =
      Set.of(
          "key.expiring",
          "key.quota",
          "key.unused",
          "key.issued",
          "key.changed",
          "key.rotated",
          "key.revoked",
          "key.enabled");

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public WebhookConfiguration {
    url = url == null || url.isBlank() ? null : url.strip();
    events = events.stream().map(String::strip).filter(event -> !event.isEmpty()).toList();
    if (!EVENTS.containsAll(events)) {
      throw new IllegalArgumentException(
          "keystile.webhook.events knows only "
              + String.join(", ", EVENTS.stream().sorted().toList()));
    }
    require("timeout must be 1s to 1m", timeout, Duration.ofSeconds(1), Duration.ofMinutes(1));
    require("retry-for must be 1m to 30d", retryFor, Duration.ofMinutes(1), Duration.ofDays(30));
    if (url != null) {
      target(url, allowPrivate);
    }
  }

  /** Whether there is somebody to tell of events of this type. */
  boolean isWanted(String type) {
    return url != null && events.contains(type);
  }

  /** Where to. Not to be called without a URL. */
  URI target() {
    if (url == null) {
      throw new IllegalStateException("keystile.webhook.url is not set");
    }
    return target(url, allowPrivate);
  }

  /** Without path and query of the URL, which may hold a token. */
  @Override
  public String toString() {
    return "WebhookConfiguration[host="
        + (url == null ? null : target().getHost())
        + ", events="
        + events
        + ", allowPrivate="
        + allowPrivate
        + ", timeout="
        + timeout
        + ", retryFor="
        + retryFor
        + "]";
  }

  private static URI target(String url, boolean allowPrivate) {
    try {
      URI target = new URI(url);
      String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
      boolean sound =
          target.getHost() != null
              && target.getRawUserInfo() == null
              && target.getRawFragment() == null
              && (scheme.equals("https") || (scheme.equals("http") && allowPrivate));
      if (sound) {
        return target;
      }
    } catch (URISyntaxException e) {
      // Told below; the URL itself may hold a token and is not repeated.
    }
    throw new IllegalArgumentException(
        "keystile.webhook.url must be https://HOST/PATH without user and fragment; http:// needs"
            + " keystile.webhook.allow-private=true");
  }

  private static void require(String rule, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException("keystile.webhook." + rule);
    }
  }
}
