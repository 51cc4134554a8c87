package io.keystile.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;

/**
 * What came back.
 *
 * @param response all of it
 */
public record Answer(HttpResponse<String> response) {

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  /** A header, or the empty text. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Where the browser is sent, or the empty text. */
  public String location() {
    return header("Location");
  }

  public Answer expect(int status) {
    assertEquals(status, status(), () -> location() + "\n" + body());
    return this;
  }

  /** Expects a redirect there. */
  public Answer expectTo(String path) {
    expect(303);
    assertEquals(path, location());
    return this;
  }

  public Answer expectText(String part) {
    assertTrue(body().contains(part), () -> "It lacks " + part + "\n" + body());
    return this;
  }

  public Answer expectNoText(String part) {
    assertFalse(body().contains(part), () -> "It has " + part + "\n" + body());
    return this;
  }
}
