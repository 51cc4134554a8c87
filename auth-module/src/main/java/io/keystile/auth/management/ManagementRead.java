package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Looks and changes nothing: the scope to read is enough, and that to administer too. */
@ApiKeyProtected(
    scopes = {"keystile:read", "keystile:admin"},
    match = ApiKeyProtected.Match.ANY)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ManagementRead {}
