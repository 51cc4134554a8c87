package io.keystile.bench.guarded;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The same answer behind three kinds of doors. */
@Controller
class HelloController {

  @Get("/open")
  Answer open() {
    return Answer.HELLO;
  }

  @ApiKeyProtected
  @Get("/hello")
  Answer hello() {
    return Answer.HELLO;
  }

  @ApiKeyProtected("chat:write")
  @Get("/scoped")
  Answer scoped() {
    return Answer.HELLO;
  }
}
