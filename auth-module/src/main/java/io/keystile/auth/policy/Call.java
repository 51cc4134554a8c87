package io.keystile.auth.policy;

import java.util.List;

/**
 * What a key is to be used for.
 *
 * @param now when, in milliseconds since the epoch
 * @param required what each guard on the way asks for; all of them must be satisfied
 * @since 0.1
 */
public record Call(long now, List<RequiredScopes> required) {}
