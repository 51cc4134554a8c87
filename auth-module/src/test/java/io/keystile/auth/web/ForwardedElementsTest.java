package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedElementsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for=",
        "for=\"",
        "for=\"1.2.3.4",
        "for=\"1.2.3.4\\",
        "for",
        "for 1.2.3.4",
        "for =1.2.3.4",
        "for= 1.2.3.4",
        "=1.2.3.4",
        "1.2.3.4, 5.6.7.8:1",
        "for=1.2.3.4:80",
        "for=[::1]",
        "for=2001:db8::1",
        "for=1.2.3.4 by=x",
        "for=1.2.3.4;for=5.6.7.8",
        "for=1.2.3.4;FOR=\"\"",
        "for=\"\";for=1.2.3.4",
        "for=\"1.2.3.4\"x",
        "for=1.2.3.4, for=\"",
        "@",
        "for=a/b",
        "for==x",
        "for=\", for=1.2.3.4",
        "for=\", for=\"[2001:db8::1]:80\"",
        "for=1.2.3.4\u0000",
        "\u00e4=1"
      })
  void breaksOnWhatTheStandardDoesNotKnow(String line) {
    assertEquals(List.of(""), new ForwardedElements(line).nodes(), line);
  }

  @Test
  void namesNoNodeWhereThereIsNone() {
    assertEquals(List.of(""), new ForwardedElements("").nodes());
    assertEquals(List.of("", ""), new ForwardedElements(" , ").nodes());
    assertEquals(List.of(""), new ForwardedElements("for=\"\"").nodes());
    assertEquals(List.of("", "1.2.3.4"), new ForwardedElements("proto=https, for=1.2.3.4").nodes());
  }

  @Test
  void readsTokensAndQuotedStrings() {
    assertEquals(
        List.of("192.0.2.43", "[2001:db8:cafe::17]:4711", "unknown", "_SEVKISEK", "1.2.3.4:80"),
        new ForwardedElements(
                "for=192.0.2.43;by=203.0.113.43;proto=http,\tFor=\"[2001:db8:cafe::17]:4711\" ,"
                    + "FOR=unknown;;host=\"a,b;for=9.9.9.9\\\"\"; by=\"\", for=_SEVKISEK,"
                    + "for=\"1\\.2.3.4:80\"")
            .nodes());
  }
}
