package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.keystile.auth.address.AddressSet;
import io.keystile.auth.address.ClientIp;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForwardedPathTest {

  private static final AddressSet TRUSTED =
      AddressSet.parse("test", List.of("10.0.0.0/8", "2001:db8:1::/48"));

  @Test
  void refusesGarbageThatHasToBeRead() {
    assertNull(list(""));
    assertNull(list("8.8.8.8, x"));
    assertNull(list("8.8.8.8, x, 10.0.0.1"));
    assertNull(list("8.8.8.8, , 10.0.0.1"));
    assertNull(list("8.8.8.8", ""));
    assertNull(list("8.8.8.8", ","));
    assertNull(list("unknown, 10.0.0.1"));
  }

  @Test
  void doesNotLookLeftOfTheFirstUntrustedAddress() {
    assertIp("8.8.8.8", list("x, 127.0.0.1, 8.8.8.8"));
    assertIp("8.8.8.8", list("127.0.0.1, 8.8.8.8, 10.0.0.1,10.0.0.2"));
    assertIp("8.8.8.8", list("1.1.1.1, 10.0.0.1, 8.8.8.8"));
    assertIp("8.8.8.8", list("garbage", "\"", "8.8.8.8", "10.0.0.1, 2001:db8:1::1"));
  }

  @Test
  void takesTheLeftmostWhenAllAreTrusted() {
    assertIp("10.0.0.3", list("10.0.0.3, 10.0.0.2", "::ffff:10.0.0.1"));
    assertIp("10.0.0.3", list("10.0.0.3"));
  }

  /** CVE-2026-40199: a mapped proxy is that proxy, a mapped client that client. */
  @Test
  void seesThroughMappedAddresses() {
    assertIp("8.8.8.8", list("1.1.1.1, ::ffff:8.8.8.8, [::ffff:10.0.0.1]:80"));
  }

  @Test
  void readsPortsAndBrackets() {
    assertIp("8.8.8.8", list("8.8.8.8:1234, 10.0.0.1:99"));
    assertIp("2001:db8::1", list("[2001:db8::1]:1234, [2001:db8:1::1]"));
  }

  @Test
  void readsForwarded() {
    assertIp("8.8.8.8", forwarded("for=1.1.1.1, for=8.8.8.8;proto=https, for=\"10.0.0.1:80\""));
    assertIp("2001:db8::1", forwarded("for=\"", "for=\"[2001:db8::1]:80\"", "for=10.0.0.1"));
    assertNull(forwarded("for=8.8.8.8, for=unknown"));
    assertNull(forwarded("for=8.8.8.8, for=_hidden, for=10.0.0.1"));
    assertNull(forwarded("for=8.8.8.8, proto=https"));
    assertNull(forwarded("8.8.8.8"));
  }

  /** What a client puts before the proxy's own element must not hide it. */
  @Test
  void refusesAnOpenQuoteInFront() {
    assertNull(forwarded("for=1.1.1.1;host=\", for=8.8.8.8"));
    assertNull(forwarded("for=1.1.1.1;host=\", for=\"[2001:db8::1]:80\";by=\"_x\""));
  }

  @Test
  void limitsTheWork() {
    String[] hops = new String[100];
    Arrays.fill(hops, "10.0.0.1");
    String longest = String.join(",", hops);
    assertIp("10.0.0.1", list(longest));
    assertNull(list("8.8.8.8", longest));
    assertIp("8.8.8.8", list("x,".repeat(1000) + "8.8.8.8"));
    assertNull(list("x".repeat(8 * 1024), "8.8.8.8"));
    assertNull(forwarded("for=\"" + "\\".repeat(9 * 1024), "for=8.8.8.8"));
  }

  private static @Nullable ClientIp list(String... lines) {
    return client("X-Forwarded-For", lines);
  }

  private static @Nullable ClientIp forwarded(String... lines) {
    return client("forwarded", lines);
  }

  private static @Nullable ClientIp client(String header, String... lines) {
    return new ForwardedPath(ForwardedSyntax.of(header), TRUSTED).client(List.of(lines));
  }

  private static void assertIp(String expected, @Nullable ClientIp actual) {
    assertEquals(ClientIp.parse(expected), actual);
  }
}
