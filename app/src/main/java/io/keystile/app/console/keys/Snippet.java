package io.keystile.app.console.keys;

import java.util.List;

/**
 * How a program uses a key, ready to be copied.
 *
 * @param id a name for elements of the page
 * @param title the language or program
 * @param text what to copy; it holds the key
 */
public record Snippet(String id, String title, String text) {

  /**
   * The snippets for a generated key, whose characters need no escaping in any of the languages.
   *
   * @param base where the server is reached, such as {@code http://localhost:8080}
   */
  static List<Snippet> of(String base, String key) {
    return List.of(
        new Snippet("curl", "curl", fill(CURL, base, key)),
        new Snippet("python", "Python", fill(PYTHON, base, key)),
        new Snippet("javascript", "JavaScript", fill(JAVASCRIPT, base, key)),
        new Snippet("java", "Java", fill(JAVA, base, key)),
        new Snippet("sillytavern", "SillyTavern", fill(SILLY_TAVERN, base, key)));
  }

  private static final String CURL =
      """
      curl BASE/v1/models \\
        -H "Authorization: Bearer KEY"
      """;

  private static final String PYTHON =
      """
      from openai import OpenAI

      client = OpenAI(
          base_url="BASE/v1",
          api_key="KEY",
      )
      print([model.id for model in client.models.list()])
      """;

  private static final String JAVASCRIPT =
      """
      const answer = await fetch("BASE/v1/models", {
        headers: { Authorization: "Bearer KEY" },
      });
      console.log(await answer.json());
      """;

  private static final String JAVA =
      """
      HttpRequest request = HttpRequest.newBuilder(URI.create("BASE/v1/models"))
          .header("Authorization", "Bearer KEY")
          .build();
      String models = HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body();
      """;

  private static final String SILLY_TAVERN =
      """
      API: Chat Completion
      Chat Completion Source: Custom (OpenAI-compatible)
      Custom Endpoint (Base URL): BASE/v1
      Custom API Key: KEY
      """;

  private static String fill(String form, String base, String key) {
    return form.replace("BASE", base).replace("KEY", key);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "Snippet[" + id + "]";
  }
}
