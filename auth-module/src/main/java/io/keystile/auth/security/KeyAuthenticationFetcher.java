package io.keystile.auth.security;

import io.keystile.auth.ApiKey;
import io.keystile.auth.web.KeyAttribute;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Tells Micronaut Security of the key that was accepted for a request, before any other credential
 * is looked at. It verifies nothing: that has been done once, by a filter.
 */
@Singleton
final class KeyAuthenticationFetcher implements AuthenticationFetcher<HttpRequest<?>> {

  private final AskedRoles asked;

  KeyAuthenticationFetcher(AskedRoles asked) {
    this.asked = asked;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    ApiKey key = KeyAttribute.find(request);
    return key == null ? Publishers.empty() : Publishers.just(authenticationOf(key));
  }

  private Authentication authenticationOf(ApiKey key) {
    return Authentication.build(
        key.id().value(), new ScopeRoles(key.scopes(), asked.all()), attributesOf(key));
  }

  private static Map<String, Object> attributesOf(ApiKey key) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("keyId", key.id().value());
    attributes.put("keyName", key.name());
    if (key.owner() != null) {
      attributes.put("owner", key.owner());
    }
    attributes.put("metadata", key.metadata());
    return attributes;
  }
}
