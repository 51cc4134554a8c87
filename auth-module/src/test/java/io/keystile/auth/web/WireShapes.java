package io.keystile.auth.web;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.guard.Entered;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/** The routes that the tests on the wire try to enter. */
@Requires(property = "spec.name", value = WireShapes.SPEC)
@Controller(produces = MediaType.TEXT_PLAIN)
@ApiKeyProtected
class WireShapes {

  static final String SPEC = "WireShapes";

  @Get("/wire")
  String get() {
    return Entered.now();
  }

  @Post(value = "/wire", consumes = MediaType.ALL)
  String post(@Body @Nullable String body) {
    return Entered.now();
  }

  @Get("/wire/{id}")
  String one(String id) {
    return Entered.now();
  }

  @Get("/wire/files/{+path}")
  String file(String path) {
    return Entered.now();
  }
}
