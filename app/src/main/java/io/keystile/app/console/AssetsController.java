package io.keystile.app.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Provider;

/** Serves the files that pages need: to everybody, and for good. */
@PermitAll
@ConsoleRoute(open = true)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/console/assets")
final class AssetsController {

  private final Provider<Assets> assets;
  private final Pages pages;

  AssetsController(Provider<Assets> assets, Pages pages) {
    this.assets = assets;
    this.pages = pages;
  }

  @Get("/{name}")
  @Produces("*/*")
  MutableHttpResponse<?> get(String name) {
    Asset asset = assets.get().find(name);
    return asset == null
        ? pages.notFound()
        : HttpResponse.ok(asset.content())
            .header("Content-Type", asset.mediaType())
            .header("Cache-Control", "public, max-age=31536000, immutable")
            .header("X-Content-Type-Options", "nosniff")
            .header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
