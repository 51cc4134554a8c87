package io.keystile.app.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.usage.SecretUse;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads how keys were used, each with its newest secret first. */
interface UseReader {

  Map<ApiKeyId, List<SecretUse>> find(Collection<ApiKeyId> ids);
}
