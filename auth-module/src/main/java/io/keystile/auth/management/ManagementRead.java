package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Guards what looks at keys, settings or health and changes nothing: {@code keystile:read} is
 * enough, and {@code keystile:admin} too.
 *
 * @since 0.1
 */
@ApiKeyProtected(
    scopes = {"keystile:read", "keystile:admin"},
    match = ApiKeyProtected.Match.ANY)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ManagementRead {}
