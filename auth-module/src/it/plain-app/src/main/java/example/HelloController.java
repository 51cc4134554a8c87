package example;

import io.keystile.auth.ApiKey;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/hello")
@ApiKeyProtected("hello:read")
class HelloController {

  @Get(produces = "text/plain")
  String hello(ApiKey key) {
    return "Hello " + key.name();
  }
}
