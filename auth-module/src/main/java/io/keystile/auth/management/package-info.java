/**
 * Management over HTTP: controllers, what they read and what they show. Everything is in here only
 * where {@code keystile.management.enabled} says so.
 */
@Configuration
@Requires(condition = ManagementEnabled.class)
@NullMarked
package io.keystile.auth.management;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
