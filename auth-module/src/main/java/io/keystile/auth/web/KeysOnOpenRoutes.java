package io.keystile.auth.web;

import io.micronaut.core.annotation.Internal;

/**
 * Marks the bean that has keys checked on routes which ask for none, so that the answers of those
 * routes tell of limits too.
 */
@Internal
public interface KeysOnOpenRoutes {}
