package io.keystile.auth.web;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Routes that use a key, beside the one that only tells about it. */
@Requires(property = "spec.name", value = MeTest.SPEC)
@Controller("/used")
@ApiKeyProtected
class UsedRoutes {

  @Get
  String use() {
    return "used";
  }

  @Get("/admin")
  @ApiKeyProtected("keystile:admin")
  String admin() {
    return "admin";
  }
}
