package io.keystile.auth.web;

import io.keystile.auth.address.ClientIp;
import org.jspecify.annotations.Nullable;

/**
 * From where a request came, as {@link ClientAddresses} worked it out.
 *
 * @param ip the client's address, or null when it is not known: then no list of addresses is
 *     satisfied
 * @param local whether the client is on this machine for certain: it came over loopback, from no
 *     trusted proxy and without any sign of having been relayed
 * @param readable whether the header of a trusted proxy could be read; when not, the request is to
 *     be refused
 * @since 0.1
 */
public record ClientAddress(@Nullable ClientIp ip, boolean local, boolean readable) {

  static final ClientAddress UNKNOWN = new ClientAddress(null, false, true);
  static final ClientAddress UNREADABLE = new ClientAddress(null, false, false);

  static ClientAddress remote(ClientIp ip) {
    return new ClientAddress(ip, false, true);
  }

  static ClientAddress local(ClientIp ip) {
    return new ClientAddress(ip, true, true);
  }
}
