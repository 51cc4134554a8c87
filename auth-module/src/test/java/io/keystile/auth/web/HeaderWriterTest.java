package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.LimitState;
import io.keystile.auth.LimitState.Left;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The headers of limits, with the server's own writer and any other. */
class HeaderWriterTest {

  static List<HeaderWriter> writers() {
    return List.of(new AnyHeaderWriter(), new NettyHeaderWriter());
  }

  @ParameterizedTest
  @MethodSource("writers")
  void setsInPlaceOfWhatStoodThere(HeaderWriter writer) {
    for (MutableHttpHeaders headers :
        List.of(new NettyHttpHeaders(), new SimpleHttpHeaders(ConversionService.SHARED))) {
      headers.set("RateLimit", "before");
      writer.set(headers, text(writer, "ratelimit"), text(writer, "after"));
      assertEquals(List.of("after"), headers.getAll("RateLimit"));
      assertEquals("after", headers.get("RateLimit"));
    }
  }

  @ParameterizedTest
  @MethodSource("writers")
  void policiesThatShareAPlaceAreNotMistaken(HeaderWriter writer) {
    LimitHeaders headers = new LimitHeaders(writer);
    for (int i = 1; i < 500; i++) {
      Left left = new Left("1h", i, 3600, i - 1, 60);
      MutableHttpResponse<?> response = write(headers, new LimitState(List.of(left)));
      assertEquals("\"1h\";q=" + i + ";w=3600", response.getHeaders().get("RateLimit-Policy"));
      assertEquals("\"1h\";r=" + (i - 1) + ";t=60", response.getHeaders().get("RateLimit"));
    }
  }

  @ParameterizedTest
  @MethodSource("writers")
  void saysNothingOfNoLimits(HeaderWriter writer) {
    MutableHttpResponse<?> response = write(new LimitHeaders(writer), new LimitState(List.of()));
    assertEquals(0, response.getHeaders().names().size());
  }

  private static MutableHttpResponse<?> write(LimitHeaders headers, LimitState limits) {
    HttpRequest<?> request = HttpRequest.GET("/");
    LimitAttribute.set(request, limits);
    MutableHttpResponse<?> response = HttpResponse.ok();
    headers.writeOf(request, response);
    return response;
  }

  private static CharSequence text(HeaderWriter writer, String text) {
    return writer.text(text.getBytes(StandardCharsets.US_ASCII));
  }
}
