package io.keystile.auth.annotation;

import io.micronaut.core.annotation.Internal;
import io.micronaut.http.annotation.FilterMatcher;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds the filter to guarded routes by the route's own metadata, never by a path. It stands apart
 * from {@link ApiKeyProtected} because the filter carries it too and must not be advised.
 */
@Internal
@Inherited
@FilterMatcher
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.TYPE})
public @interface GuardedRoute {}
