package io.keystile.auth.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

/** For servers that do not mind. */
@Singleton
final class AnyRequestThreads implements RequestThreads {

  @Override
  public Executor of(HttpRequest<?> request) {
    return Runnable::run;
  }
}
