package io.keystile.app.endtoend;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server of the built program on a database in a folder of its own. */
final class RunningServer implements AutoCloseable {

  private static final String LISTENS = "Keystile listens on ";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final Child child;
  private final String url;

  private RunningServer(Path folder, Child child, String url) {
    this.folder = folder;
    this.child = child;
    this.url = url;
  }

  static RunningServer start(Path folder, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("KEYSTILE_DB", folder.resolve("keys.db").toString());
    List<String> args = new ArrayList<>(List.of("serve", "--port", "0"));
    args.addAll(List.of(options));
    Child child = Child.start(folder, all, args.toArray(String[]::new));
    String url = child.awaitLine(LISTENS).substring(LISTENS.length());
    child.awaitLine("More keys:");
    return new RunningServer(folder, child, url);
  }

  Child child() {
    return child;
  }

  URI uri(String path) {
    return URI.create(url + path);
  }

  /** The key that the first start left beside the database. */
  String firstKey() throws IOException {
    return Files.readString(folder.resolve("first-key.txt")).strip();
  }

  OpenAIClient openAi(String key) {
    return OpenAIOkHttpClient.builder().baseUrl(url + "/v1").apiKey(key).maxRetries(0).build();
  }

  /** Lists the models with the key. */
  HttpResponse<String> models(String key) throws IOException, InterruptedException {
    return get("/v1/models", "Authorization", "Bearer " + key);
  }

  HttpResponse<String> get(String path, String header, String value)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).header(header, value).build();
    return client.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    child.close();
  }
}
