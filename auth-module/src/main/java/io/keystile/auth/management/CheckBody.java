package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.policy.Call;

/**
 * A call that is to be judged.
 *
 * @param id whose key it is
 * @param call what it is to be used for
 */
record CheckBody(ApiKeyId id, Call call) {}
