package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.ulid.Ulid;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestIdsTest {

  @Test
  void putsLaterReceiptsBehindEarlierOnes() {
    long start = 1_750_000_000_000L;
    for (int i = 0; i < 1000; i++) {
      String first = RequestIds.newReceipt(start + i);
      String second = RequestIds.newReceipt(start + i + 1);
      assertTrue(first.compareTo(second) < 0, first + " " + second);
    }
  }

  @Test
  void keepsTheTimeInTheId() {
    long now = 1_750_000_000_123L;
    String id = RequestIds.newReceipt(now);
    assertTrue(id.matches("rcpt_[0-9A-HJKMNP-TV-Z]{26}"), id);
    assertEquals(now, Ulid.from(id.substring("rcpt_".length())).getTime());
  }

  @Test
  void givesNoIdTwiceOnManyThreads() {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 100_000).parallel().forEach(i -> ids.add(RequestIds.newReceipt(1)));
    assertEquals(100_000, ids.size());
  }

  @Test
  void keepsTheIdOfARequest() {
    HttpRequest<?> request = HttpRequest.GET("/");
    String id = RequestIds.of(request);
    assertTrue(id.startsWith("req_"), id);
    assertEquals(id, RequestIds.of(request));
  }
}
