package io.keystile.auth.management;

import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.usage.KeyUses;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Answers about keys, each with its version as entity tag. */
@Singleton
final class KeyAnswers {

  private final KeyUses uses;
  private final ManagementConfiguration configuration;
  private final Clock clock;

  KeyAnswers(KeyUses uses, ManagementConfiguration configuration, Clock clock) {
    this.uses = uses;
    this.configuration = configuration;
    this.clock = clock;
  }

  MutableHttpResponse<KeyView> one(ManagedKey key) {
    return tagged(KeyView.of(key, usages(key), clock.instant()), key);
  }

  MutableHttpResponse<KeyView> issued(IssuedKey issued) {
    ManagedKey key = issued.key();
    return tagged(KeyView.of(issued, usages(key), clock.instant()), key);
  }

  MutableHttpResponse<KeyView> created(IssuedKey issued) {
    KeyView view = KeyView.of(issued, usages(issued.key()), clock.instant());
    URI location = URI.create(configuration.path() + "/keys/" + view.id());
    return HttpResponse.created(view, location)
        .header(HttpHeaders.ETAG, Match.tag(issued.key().version()));
  }

  MutableHttpResponse<KeyPageView> page(KeyPage page) {
    return HttpResponse.ok(view(page));
  }

  KeyPageView view(KeyPage page) {
    return KeyPageView.of(page, KeyUsages.of(page.items(), uses::find), clock.instant());
  }

  private KeyUsages usages(ManagedKey key) {
    return KeyUsages.of(List.of(key), uses::find);
  }

  private static MutableHttpResponse<KeyView> tagged(KeyView view, ManagedKey key) {
    return HttpResponse.ok(view).header(HttpHeaders.ETAG, Match.tag(key.version()));
  }
}
