package io.keystile.bridge.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.search.AbstractSearchProcessorFactory;
import io.netty.buffer.search.SearchProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the provider key in the bytes that come down, also where it is torn over two frames. It
 * cannot see into compressed bodies, which is why the bridge asks for none.
 */
final class SecretFilter {

  private final @Nullable SearchProcessor search;

  private SecretFilter(@Nullable SearchProcessor search) {
    this.search = search;
  }

  static SecretFilter of(ProviderKey key) {
    byte[] secret = key.secret();
    return new SecretFilter(
        secret == null
            ? null
            : AbstractSearchProcessorFactory.newKmpSearchProcessorFactory(secret)
                .newSearchProcessor());
  }

  /** Starts over with a new answer. */
  void reset() {
    if (search != null) {
      search.reset();
    }
  }

  /** Whether the key ends in these bytes, the earlier ones of the same answer included. */
  boolean finds(ByteBuf bytes) {
    return search != null && bytes.forEachByte(search) >= 0;
  }
}
