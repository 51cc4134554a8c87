package io.keystile.auth.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the values of recent peers again, so that requests make no new ones. Whoever keeps an
 * address, as the counters of keys do, then sees that it is the same without a look at what it
 * kept. Bounded; peers that share a place push each other out, and threads that meet there lose
 * nothing, because the values are immutable. Safe for several threads.
 */
final class RecentPeers {

  private static final int PLACES = 512;

  private final @Nullable Peer[] recent = new @Nullable Peer[PLACES];

  /** The peer at this address. */
  Peer of(InetAddress socket) {
    int place = place(socket);
    Peer known = recent[place];
    return known != null && known.socket().equals(socket) ? known : remember(place, socket);
  }

  private Peer remember(int place, InetAddress socket) {
    Peer made = Peer.of(socket);
    recent[place] = made;
    return made;
  }

  private static int place(InetAddress socket) {
    return ((socket.hashCode() * 0x9E37_79B9) >>> 16) & (PLACES - 1);
  }
}
