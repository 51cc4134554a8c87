package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.usage.SecretUse;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads how keys were used, each with its newest secret first. */
public interface UseReader {

  /** The use of these keys; one that was never used is left out. */
  Map<ApiKeyId, List<SecretUse>> find(Collection<ApiKeyId> ids);
}
