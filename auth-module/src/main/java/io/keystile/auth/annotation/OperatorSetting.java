package io.keystile.auth.annotation;

import io.micronaut.core.annotation.Internal;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets operators see a setting, and change it at run time where {@link #live} says so. Stands on
 * what the setting is bound to: a component of a configuration record. Never on a secret.
 */
@Internal
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface OperatorSetting {

  /** What it does, in one sentence. */
  String value();

  /** Whether it can be changed at run time; then the record needs {@code @Introspected}. */
  boolean live() default false;

  /** The default of a setting that is bound to nothing when it is not set. */
  String whenUnset() default "";

  /**
   * What is in force at a start when the stored value cannot be used, because the default would be
   * laxer; empty for the default.
   */
  String whenUnusable() default "";
}
