package io.keystile.auth.notice;

import io.keystile.auth.address.AddressSet;
import io.keystile.auth.address.ClientIp;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the Internet from those of this machine, of private networks and of the
 * metadata services of clouds; addresses that can stand for one of those count as private as well.
 */
final class PublicAddresses {

  private static final AddressSet PRIVATE =
      AddressSet.parse(
          "private addresses",
          List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/32",
              "2001:db8::/32",
              "2002::/16",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8"));

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    return !PRIVATE.contains(ClientIp.of(address));
  }
}
