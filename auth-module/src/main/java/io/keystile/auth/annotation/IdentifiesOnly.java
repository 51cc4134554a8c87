package io.keystile.auth.annotation;

import io.micronaut.core.annotation.Internal;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@link ApiKeyProtected} on a route that only tells a holder about the key: neither time
 * nor limits refuse, and nothing is counted.
 */
@Internal
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface IdentifiesOnly {}
