package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Wire;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.StreamingFileUpload;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Routes with a body: refused before it is read, and read in full once the key is found. */
class BodyShapesTest {

  private static final String SPEC = "BodyShapesTest";
  private static final String MULTIPART =
      """
      --B
      Content-Disposition: form-data; name="file"; filename="a.txt"
      Content-Type: text/plain

      hello
      --B--
      """
          .replace("\n", "\r\n");

  @TempDir static Path folder;
  private static ShapeServer server;

  @BeforeAll
  static void start() {
    server = ShapeServer.start(SPEC, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "guards a body bound as {0}")
  @CsvSource({
    "json, application/json, '{\"a\":\"b\"}'",
    "publisher, application/octet-stream, bytes",
    "request, application/json, '{\"a\":\"b\"}'",
    "form, application/x-www-form-urlencoded, a=b&c=d",
    "form-field, application/x-www-form-urlencoded, a=b",
  })
  void guardsABodyBoundAs(String path, String type, String body) {
    server.guards(post(path, type, body));
  }

  @ParameterizedTest(name = "guards an upload that is {0}")
  @CsvSource({"completed", "streaming", "bytes"})
  void guardsAnUploadThatIs(String path) {
    server.guards(post("upload-" + path, "multipart/form-data; boundary=B", MULTIPART));
  }

  @Test
  void readsAllOfALargeBodyAfterTheKeyWasFetched() {
    String body = "x".repeat(3_000_000);
    var answer =
        server.send(
            post("publisher", "application/octet-stream", body),
            server.freshBearer(ShapeServer.SCOPE));
    assertEquals("3000000", answer.body());
  }

  @ParameterizedTest(name = "answers {2} with 401 before it complains of it")
  @CsvSource({
    "json, application/json, '{\"a\":'",
    "json, application/json, ''",
    "json, application/json, '[[[[[['",
    "upload-completed, multipart/form-data; boundary=B, no boundary at all",
    "upload-completed, multipart/form-data, no boundary named",
    "form-field, application/x-www-form-urlencoded, b=c",
  })
  void answersWith401BeforeItComplainsOf(String path, String type, String body) {
    int before = Entered.count();
    assertEquals(401, server.send(post(path, type, body)).statusCode());
    int withKey =
        server.send(post(path, type, body), server.freshBearer(ShapeServer.SCOPE)).statusCode();
    assertEquals(400, withKey);
    assertEquals(before, Entered.count());
  }

  @Test
  void refusesBeforeItAsksForTheBody() throws IOException {
    int before = Entered.count();
    String answer = exchange("Content-Length: 5\r\nExpect: 100-continue\r\n");
    assertEquals(401, Wire.statuses(answer).get(0), answer);
    assertEquals(before, Entered.count());
  }

  @Test
  void asksForTheBodyOnceTheKeyWasFetched() throws IOException {
    try (Wire wire = Wire.to(server.server().port())) {
      wire.send(
          head(
              "Content-Length: 5\r\nExpect: 100-continue\r\nAuthorization: "
                  + server.freshBearer(ShapeServer.SCOPE)
                  + "\r\n"));
      assertTrue(wire.readHead().startsWith("HTTP/1.1 100 "));
      wire.send("12345");
      assertTrue(wire.readAll().endsWith("\r\n5"));
    }
  }

  @ParameterizedTest(name = "refuses before a body announced with {0} has come")
  @CsvSource({
    "Content-Length: 1000",
    "Content-Length: 9000000",
    "Content-Length: 2147483647",
    "Transfer-Encoding: chunked"
  })
  void refusesBeforeABodyHasCome(String header) throws IOException {
    int before = Entered.count();
    String answer = exchange(header + "\r\n");
    assertEquals(401, Wire.statuses(answer).get(0), answer);
    assertEquals(before, Entered.count());
  }

  @Test
  void refusesABodyBeyondTheLimitWithoutKeyAsUnauthorised() throws IOException {
    int before = Entered.count();
    String answer = exchange("Content-Length: 99999999999\r\n");
    assertEquals(401, Wire.statuses(answer).get(0), answer);
    assertEquals(before, Entered.count());
  }

  private static String exchange(String headers) throws IOException {
    return Wire.exchange(server.server().port(), head(headers));
  }

  private static String head(String headers) {
    return "POST /bodies/publisher HTTP/1.1\r\nHost: localhost\r\n"
        + "Content-Type: application/octet-stream\r\n"
        + headers
        + "\r\n";
  }

  private static java.net.http.HttpRequest.Builder post(String path, String type, String body) {
    return server
        .server()
        .request("/bodies/" + path, "Content-Type", type)
        .POST(BodyPublishers.ofString(body));
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller(value = "/bodies", produces = MediaType.TEXT_PLAIN)
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Bodies {
    @Post("/json")
    String json(@Body Map<String, String> body) {
      return Entered.now() + body.size();
    }

    @Post(value = "/publisher", consumes = MediaType.APPLICATION_OCTET_STREAM)
    Mono<String> publisher(@Body Publisher<byte[]> body) {
      Entered.now();
      return Flux.from(body).map(part -> part.length).reduce(0, Integer::sum).map(String::valueOf);
    }

    @Post("/request")
    String request(HttpRequest<Map<String, String>> request) {
      return Entered.now() + request.getBody().orElseThrow().size();
    }

    @Post(value = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    String form(@Body Map<String, String> form) {
      return Entered.now() + form.size();
    }

    @Post(value = "/form-field", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    String formField(String a) {
      return Entered.now() + a;
    }

    @Post(value = "/upload-completed", consumes = MediaType.MULTIPART_FORM_DATA)
    String completed(CompletedFileUpload file) {
      return Entered.now() + file.getFilename();
    }

    @Post(value = "/upload-streaming", consumes = MediaType.MULTIPART_FORM_DATA)
    Mono<String> streaming(StreamingFileUpload file) {
      Entered.now();
      return Flux.from(file).count().map(String::valueOf);
    }

    @Post(value = "/upload-bytes", consumes = MediaType.MULTIPART_FORM_DATA)
    String bytes(@Part("file") byte[] file) {
      return Entered.now() + file.length;
    }
  }
}
