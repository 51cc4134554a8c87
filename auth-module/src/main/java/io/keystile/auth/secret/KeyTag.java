package io.keystile.auth.secret;

import io.micronaut.core.annotation.Internal;

/**
 * What {@link KeyTagger} makes of a key: 128 bits that only this process can make. Worth nothing
 * outside it, and never stored.
 *
 * @param first as good as a random number
 * @param second the same
 */
@Internal
public record KeyTag(long first, long second) {

  @Override
  public String toString() {
    return "KeyTag[hidden]";
  }
}
