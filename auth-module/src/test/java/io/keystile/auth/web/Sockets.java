package io.keystile.auth.web;

import io.keystile.auth.address.ClientIp;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Addresses as connections tell them, without a name service. */
final class Sockets {

  private Sockets() {}

  static InetAddress at(String ip) {
    return at(ClientIp.parse(ip));
  }

  static InetAddress at(ClientIp ip) {
    try {
      return InetAddress.getByAddress(
          ByteBuffer.allocate(16).putLong(ip.high()).putLong(ip.low()).array());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Sixteen bytes are an address", e);
    }
  }
}
