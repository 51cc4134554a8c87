package io.keystile.auth.audit;

import io.micronaut.core.annotation.Internal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says how long rows are kept, as operators want it now. */
@Internal
public interface AuditAge {

  /** How long, or null for ever. */
  @Nullable Duration find();
}
