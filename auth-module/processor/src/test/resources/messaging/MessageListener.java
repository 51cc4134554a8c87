package io.micronaut.messaging.annotation;

import io.micronaut.context.annotation.Bean;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for Micronaut's annotation of this name. */
@Bean
@Retention(RetentionPolicy.RUNTIME)
public @interface MessageListener {}
