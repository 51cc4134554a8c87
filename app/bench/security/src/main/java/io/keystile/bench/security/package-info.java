/** The bare server with Micronaut Security in it and its keys in a map. */
@NullMarked
package io.keystile.bench.security;

import org.jspecify.annotations.NullMarked;
