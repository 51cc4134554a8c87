package io.keystile.auth.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/** Tells the webhook one event, and says whether it was heard. Blocks. */
@Singleton
final class WebhookSender {

  private final WebhookConfiguration configuration;
  private final WebhookSecret secret;
  private final Clock clock;
  private final WebhookConnection connection;
  private final Resolver resolver;

  @Inject
  WebhookSender(
      WebhookConfiguration configuration, WebhookSecret secret, SocketTimer timer, Clock clock) {
    this(
        configuration,
        secret,
        clock,
        new WebhookConnection(() -> (SSLSocketFactory) SSLSocketFactory.getDefault(), timer),
        host -> List.of(InetAddress.getAllByName(host)));
  }

  WebhookSender(
      WebhookConfiguration configuration,
      WebhookSecret secret,
      Clock clock,
      WebhookConnection connection,
      Resolver resolver) {
    this.configuration = configuration;
    this.secret = secret;
    this.clock = clock;
    this.connection = connection;
    this.resolver = resolver;
  }

  /** Finds the addresses of a name. */
  interface Resolver {
    List<InetAddress> resolve(String host) throws IOException;
  }

  /**
   * Sends the row.
   *
   * @throws IOException when it was not heard; the message says why, fit for people
   */
  void send(OutboxRow row) throws IOException {
    URI target = configuration.target();
    int status =
        connection.post(
            target,
            address(target),
            configuration.timeout(),
            headers(row),
            row.body().getBytes(StandardCharsets.UTF_8));
    if (status < 200 || status > 299) {
      throw new IOException("The receiver answered " + status);
    }
  }

  /** Every address must be public: which of them a second look would yield is not ours to say. */
  private InetAddress address(URI target) throws IOException {
    List<InetAddress> addresses = resolver.resolve(target.getHost());
    for (InetAddress address : addresses) {
      if (!configuration.allowPrivate() && !PublicAddresses.contain(address)) {
        throw new IOException(
            "The host of keystile.webhook.url has the private address "
                + address.getHostAddress()
                + "; allow that with keystile.webhook.allow-private=true");
      }
    }
    return addresses.get(0);
  }

  private Map<String, String> headers(OutboxRow row) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "keystile");
    headers.put("Keystile-Event-Id", row.id());
    headers.put("Keystile-Signature", secret.sign(clock.instant().getEpochSecond(), row.body()));
    return headers;
  }
}
