package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.keystile.auth.settings.Live;
import io.keystile.auth.web.PresentedKeys.Reading;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresentedKeysTest {

  private static final HttpRequest<?> REQUEST = HttpRequest.GET("/");

  @Test
  void looksInEnabledPlacesOnly() {
    PresentedKeys keys = keysOf(new Place(true, "one"), new Place(false, "other"));
    Reading.Found found = assertInstanceOf(Reading.Found.class, keys.read(REQUEST));
    assertEquals("one", found.key().exposeText());
  }

  @Test
  void findsNothingWherePlacesAreDisabled() {
    assertInstanceOf(Reading.Refused.class, keysOf(new Place(false, "other")).read(REQUEST));
  }

  private static PresentedKeys keysOf(KeyReader... places) {
    return new PresentedKeys(
        List.of(places),
        Live.of(new ReadingConfiguration(List.of("bearer"), List.of("X-API-Key"), false)));
  }

  private record Place(boolean isEnabled, String key) implements KeyReader {

    @Override
    public List<String> read(HttpRequest<?> request) {
      return List.of(key);
    }
  }
}
