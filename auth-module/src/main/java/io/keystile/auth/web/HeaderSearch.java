package io.keystile.auth.web;

import io.micronaut.context.annotation.DefaultImplementation;
import io.micronaut.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Looks for several headers at once, on every request. */
@DefaultImplementation(AnyHeaderSearch.class)
interface HeaderSearch {

  /** One of the names that the request has, as it is written there, or null. */
  @Nullable String find(HttpHeaders headers, HeaderNames names);
}
