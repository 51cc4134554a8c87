package io.keystile.bench.security;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** The same answer, for everybody and for those with a key. */
@Controller
class HelloController {

  @Get("/open")
  @Secured(SecurityRule.IS_ANONYMOUS)
  Answer open() {
    return Answer.HELLO;
  }

  @Get("/hello")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  Answer hello() {
    return Answer.HELLO;
  }
}
