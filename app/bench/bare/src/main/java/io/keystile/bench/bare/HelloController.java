package io.keystile.bench.bare;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller
final class HelloController {

  @Get("/hello")
  Answer hello() {
    return Answer.HELLO;
  }
}
