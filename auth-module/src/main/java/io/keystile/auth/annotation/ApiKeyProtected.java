package io.keystile.auth.annotation;

import io.micronaut.aop.Around;
import io.micronaut.context.annotation.AliasFor;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Guards a controller, a route or any bean method with an API key.
 *
 * <p>Over HTTP the key is checked before the body is read; a caller without an accepted key gets
 * 401, one whose key lacks the scopes gets 403, and the method is not entered. A direct call of an
 * annotated bean method needs the caller of the current request, or one given by {@code
 * Callers.runAs}; otherwise {@code ApiKeyRequiredException} is thrown.
 *
 * <p>On a type it covers every route and public method; on a method it replaces the type's.
 * {@code @PermitAll} on a method opens it against the type-level guard of its own class only. A
 * guard on an interface or superclass always holds as well.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Around
@GuardedRoute
public @interface ApiKeyProtected {

  /** The same as {@link #scopes()}. */
  @AliasFor(member = "scopes")
  String[] value() default {};

  /**
   * The scopes a caller needs; none means that any valid key will do. Names follow {@code
   * [a-z0-9]+([:.-][a-z0-9]+)*}; wildcards stand in grants only, never here.
   */
  @AliasFor(member = "value")
  String[] scopes() default {};

  /** Whether all of the scopes are needed, or one of them. */
  Match match() default Match.ALL;

  /**
   * How many requests one call counts as against rate limits and quotas: 1 or more. It has an
   * effect once a limit is set; without limits it does nothing.
   */
  int cost() default 1;

  /** How several scopes combine. */
  enum Match {
    /** Every scope is needed. */
    ALL,
    /** One of the scopes is enough. */
    ANY
  }
}
