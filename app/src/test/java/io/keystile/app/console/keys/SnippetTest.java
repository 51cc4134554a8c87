package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {

  private static final String BASE = "http://localhost:8080";
  private static final String KEY = "ks_" + "a".repeat(32);

  @Test
  void neverPrintsTheKeyByAccident() {
    Snippet.of(BASE, KEY)
        .forEach(snippet -> assertFalse(snippet.toString().contains(KEY), snippet.id()));
  }

  @Test
  void fillsInTheKeyAndThePlace() {
    List<Snippet> snippets = Snippet.of(BASE, KEY);
    assertEquals(
        List.of("curl", "Python", "JavaScript", "Java", "SillyTavern"),
        snippets.stream().map(Snippet::title).toList());
    for (Snippet snippet : snippets) {
      assertTrue(snippet.text().contains(KEY), snippet.title());
      assertTrue(snippet.text().contains(BASE + "/v1"), snippet.title());
      assertFalse(snippet.text().contains("BASE"), snippet.title());
      assertFalse(snippet.text().contains("KEY"), snippet.title());
    }
  }
}
