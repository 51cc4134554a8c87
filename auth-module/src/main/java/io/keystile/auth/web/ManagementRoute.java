package io.keystile.auth.web;

import io.micronaut.core.annotation.Internal;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the controllers of management. Their refusals are always problems (RFC 9457), and besides
 * keys they take callers that another {@link io.keystile.auth.guard.CallerSource} vouches for. A
 * filter keeps pages of other origins from using such a caller.
 */
@Internal
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ManagementRoute {}
