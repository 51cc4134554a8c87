package io.keystile.bridge;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Fails in several ways, each with a text that must not get out. */
@Requires(property = "test.failing-controller")
@Controller("/failing")
class FailingController {

  static final String INTERNAL = "internal text";

  @Get("/now")
  String now() {
    throw new IllegalStateException(INTERNAL);
  }

  @Get("/later")
  CompletionStage<String> later() {
    return CompletableFuture.failedFuture(new IllegalStateException(INTERNAL));
  }

  @Get(value = "/stream", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<String> stream() {
    return Flux.error(new IllegalStateException(INTERNAL));
  }

  @Get("/number/{number}")
  String number(@PathVariable int number) {
    return String.valueOf(number);
  }
}
