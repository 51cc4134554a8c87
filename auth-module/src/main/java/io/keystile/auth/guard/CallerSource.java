package io.keystile.auth.guard;

import io.micronaut.core.order.Ordered;
import org.jspecify.annotations.Nullable;

/**
 * Vouches for the caller of the code that runs now. Every bean of this type is asked in order; the
 * first answer counts. Implementations are fast and safe for several threads.
 *
 * @since 0.1
 */
public interface CallerSource extends Ordered {

  /** The caller, or null when this source knows of none. */
  @Nullable Caller findCaller();
}
