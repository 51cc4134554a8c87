package io.keystile.bench.bare;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The same answer by the same three ways as in the guarded server: the router tries each. */
@Controller
final class HelloController {

  @Get("/open")
  Answer open() {
    return Answer.HELLO;
  }

  @Get("/hello")
  Answer hello() {
    return Answer.HELLO;
  }

  @Get("/scoped")
  Answer scoped() {
    return Answer.HELLO;
  }
}
