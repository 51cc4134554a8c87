package io.keystile.auth.web;

import io.keystile.auth.address.AddressSet;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.settings.Live;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out from where a request came: the peer, or, when that is a trusted proxy, the client that
 * its header names. The only place where this is decided; the framework's own resolver believes
 * anyone's header. Made at start, so that a wrong setting stops the start. Safe for several
 * threads.
 *
 * @since 0.1
 */
@Context
public final class ClientAddresses {

  private static final String ATTRIBUTE = ClientAddress.class.getName();

  private final Live<Proxies> proxies;
  private final RelayWarning warning;
  private final RecentPeers recent = new RecentPeers();

  ClientAddresses(
      Live<ProxyConfiguration> configuration, RelayWarning warning, HeaderSearch search) {
    this.proxies = configuration.map(now -> Proxies.of(now, search));
    this.warning = warning;
  }

  /** From where the request came; what a proxy says is read once for each request. */
  public ClientAddress of(HttpRequest<?> request) {
    @Nullable InetAddress socket = socket(request);
    return socket == null ? ClientAddress.UNKNOWN : of(request, recent.of(socket));
  }

  private ClientAddress of(HttpRequest<?> request, Peer peer) {
    Proxies now = proxies.get();
    if (now.trusted.contains(peer.ip())) {
      return forwardedOnce(request, peer.ip(), now);
    }
    return peer.ip().isLoopback() ? loopback(peer, request.getHeaders(), now) : peer.remote();
  }

  private static ClientAddress forwardedOnce(HttpRequest<?> request, ClientIp peer, Proxies now) {
    ClientAddress known = RequestAttributes.find(request, ATTRIBUTE, ClientAddress.class);
    if (known != null) {
      return known;
    }
    ClientAddress address = forwarded(peer, request.getHeaders().getAll(now.header), now.path);
    request.setAttribute(ATTRIBUTE, address);
    return address;
  }

  /** The other end of the connection, or null when it has no address. */
  static @Nullable ClientIp peer(HttpRequest<?> request) {
    @Nullable InetAddress socket = socket(request);
    return socket == null ? null : ClientIp.of(socket);
  }

  private static @Nullable InetAddress socket(HttpRequest<?> request) {
    try {
      return request.getRemoteAddress().getAddress();
    } catch (ClassCastException e) {
      // The server casts, and the address of a Unix domain socket is of another class.
      return null;
    }
  }

  private static ClientAddress forwarded(ClientIp peer, List<String> lines, ForwardedPath path) {
    @Nullable ClientIp client = lines.isEmpty() ? peer : path.client(lines);
    return client == null ? ClientAddress.UNREADABLE : ClientAddress.remote(client);
  }

  // A proxy or tunnel on this machine makes the whole world look local.
  private ClientAddress loopback(Peer peer, HttpHeaders headers, Proxies now) {
    @Nullable String sign = now.signs.find(headers);
    if (sign == null) {
      return peer.local();
    }
    warning.relayed(sign);
    return now.trusted.isEmpty() ? ClientAddress.UNKNOWN : peer.remote();
  }

  /** Whom to believe, as one value: a header never goes with the proxies of another. */
  private record Proxies(AddressSet trusted, String header, ForwardedPath path, RelaySigns signs) {

    static Proxies of(ProxyConfiguration configuration, HeaderSearch search) {
      AddressSet trusted = configuration.trusted();
      String header = configuration.forwardedHeader();
      return new Proxies(
          trusted,
          header,
          new ForwardedPath(ForwardedSyntax.of(header), trusted),
          new RelaySigns(header, search));
    }
  }
}
