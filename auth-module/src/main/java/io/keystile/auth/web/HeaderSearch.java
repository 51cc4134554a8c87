package io.keystile.auth.web;

import io.micronaut.context.annotation.DefaultImplementation;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for headers on every request, in the way that is quickest with the server there is. */
@DefaultImplementation(AnyHeaderSearch.class)
interface HeaderSearch {

  /** One of the names that the request has, as it is written there, or null. */
  @Nullable String find(HttpHeaders headers, HeaderNames names);

  /** The name in the form in which {@link #values} finds it soonest. */
  CharSequence prepare(String name);

  /** Every value of the header; most often none or one. */
  List<String> values(HttpHeaders headers, CharSequence name);
}
