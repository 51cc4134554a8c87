package io.keystile.auth.web;

import io.keystile.auth.address.ClientIp;
import java.net.InetAddress;

/**
 * The other end of a connection, with all that can be said of it beforehand.
 *
 * @param socket as the connection tells it
 * @param ip the same as a value
 * @param remote a client there that is somewhere else
 * @param local a client there that is on this machine
 */
record Peer(InetAddress socket, ClientIp ip, ClientAddress remote, ClientAddress local) {

  static Peer of(InetAddress socket) {
    ClientIp ip = ClientIp.of(socket);
    return new Peer(socket, ip, ClientAddress.remote(ip), ClientAddress.local(ip));
  }
}
