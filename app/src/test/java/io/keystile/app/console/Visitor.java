package io.keystile.app.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window: keeps cookies, follows nothing by itself. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

  private final URI server;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String token = "";

  Visitor(URI server) {
    this.server = server;
  }

  /** Types name and password. */
  public Answer signIn(String name, String password) {
    return post("/console/sign-in", Map.of("name", name, "password", password));
  }

  /** Asks for a page, and remembers the token of its forms. */
  public Answer get(String path) {
    Answer answer = send(request(path).GET().build());
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  /** Sends a form as a page of ours would. A value may be a list of values. */
  public Answer post(String path, Map<String, ?> form) {
    if (token.isEmpty() && !path.endsWith("/sign-in")) {
      get("/console/you");
    }
    return send(
        request(path)
            .header("Origin", server.toString())
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form) + "&_token=" + token))
            .build());
  }

  /** A request to be finished and sent. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  /** Sends it, with the cookies. */
  public Answer send(HttpRequest request) {
    try {
      return new Answer(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token that the forms of this visitor carry, as far as one was seen. */
  public String token() {
    return token;
  }

  private static String encode(Map<String, ?> form) {
    List<String> pairs = new ArrayList<>();
    form.forEach(
        (name, value) -> {
          List<?> values = value instanceof List<?> list ? list : List.of(value);
          values.forEach(one -> pairs.add(encode(name) + "=" + encode(String.valueOf(one))));
        });
    return String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
