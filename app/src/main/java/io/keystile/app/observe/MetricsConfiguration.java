package io.keystile.app.observe;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Who may read the metrics.
 *
 * @param open whether anybody may; otherwise a key with {@code keystile:read} or {@code
 *     keystile:admin}; default false
 */
@ConfigurationProperties("keystile.metrics")
record MetricsConfiguration(@Bindable(defaultValue = "false") boolean open) {}
