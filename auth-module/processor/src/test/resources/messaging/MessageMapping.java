package io.micronaut.messaging.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for Micronaut's annotation of this name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface MessageMapping {
  String[] value();
}
