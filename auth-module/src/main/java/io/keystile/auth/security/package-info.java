/**
 * Micronaut Security: the accepted key as its authentication. Active only where that library is
 * present and enabled.
 */
@Configuration
@Requires(classes = SecurityFilter.class)
@Requires(property = "micronaut.security.enabled", notEquals = StringUtils.FALSE)
@Requires(property = "micronaut.security.filter.enabled", notEquals = StringUtils.FALSE)
@NullMarked
package io.keystile.auth.security;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.security.filters.SecurityFilter;
import org.jspecify.annotations.NullMarked;
