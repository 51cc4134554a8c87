/**
 * What an operator watches: meters for Micrometer, a health indicator, attributes of OpenTelemetry
 * spans. Each is there only where its library is.
 */
@NullMarked
package io.keystile.auth.metrics;

import org.jspecify.annotations.NullMarked;
