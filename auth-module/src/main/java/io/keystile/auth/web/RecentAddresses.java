package io.keystile.auth.web;

import io.keystile.auth.address.ClientIp;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the values of recent callers again. Whoever keeps an address, as the counters of keys
 * do, then sees that it is the same without a look at what it kept, and requests make no new ones.
 * Bounded; callers that share a place push each other out, and threads that meet there lose
 * nothing, because the values are immutable. Safe for several threads.
 */
final class RecentAddresses {

  private static final int PLACES = 512;

  private final @Nullable ClientAddress[] recent = new @Nullable ClientAddress[PLACES];

  /** The address with these values. */
  ClientAddress of(ClientIp ip, boolean local) {
    int place = place(ip, local);
    ClientAddress known = recent[place];
    if (known != null && known.local() == local && ip.equals(known.ip())) {
      return known;
    }
    ClientAddress made = local ? ClientAddress.local(ip) : ClientAddress.remote(ip);
    recent[place] = made;
    return made;
  }

  private static int place(ClientIp ip, boolean local) {
    long mixed = (ip.high() * 31 + ip.low()) * 0x9E37_79B9_7F4A_7C15L;
    return ((int) (mixed >>> 32) ^ (local ? 1 : 0)) & (PLACES - 1);
  }
}
