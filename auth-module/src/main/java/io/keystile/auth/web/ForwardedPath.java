package io.keystile.auth.web;

import io.keystile.auth.address.AddressSet;
import io.keystile.auth.address.ClientIp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the way of a request back to its client. What stands left of the first untrusted address
 * was written by the client, or by others whom nobody trusts, and is not looked at.
 */
final class ForwardedPath {

  private static final int MAX_LENGTH = 8 * 1024;
  private static final int MAX_NODES = 100;

  private final ForwardedSyntax syntax;
  private final AddressSet trusted;

  ForwardedPath(ForwardedSyntax syntax, AddressSet trusted) {
    this.syntax = syntax;
    this.trusted = trusted;
  }

  /**
   * The last address that is not trusted, or the first of all when all are trusted.
   *
   * @param lines the lines of the header, as received; at least one
   * @return null when what has to be read on the way cannot be read, or is too long
   */
  @Nullable ClientIp client(List<String> lines) {
    if (lines.stream().mapToInt(String::length).sum() > MAX_LENGTH) {
      return null;
    }
    ClientIp first = null;
    int left = MAX_NODES;
    for (int i = lines.size() - 1; i >= 0; i--) {
      List<String> nodes = syntax.nodes(lines.get(i));
      for (int j = nodes.size() - 1; j >= 0; j--) {
        first = left-- > 0 ? ForwardedNode.read(nodes.get(j)) : null;
        if (first == null || !trusted.contains(first)) {
          return first;
        }
      }
    }
    return first;
  }
}
