package io.keystile.auth.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What Micronaut's OpenAPI processor writes about guarded routes. */
class OpenApiVisitorTest {

  private static final String SWITCH = "micronaut.openapi.enabled";

  private static final String SAMPLE =
      """
      @io.swagger.v3.oas.annotations.OpenAPIDefinition(
          info = @io.swagger.v3.oas.annotations.info.Info(title = "sample", version = "1"))
      class Application {}

      @io.swagger.v3.oas.annotations.security.SecurityScheme(
          name = "mine",
          type = io.swagger.v3.oas.annotations.enums.SecuritySchemeType.HTTP,
          scheme = "basic")
      @Controller("/typed")
      @ApiKeyProtected
      class Typed {
        @Get("/plain") public String plain() { return ""; }
        @Get("/all") @ApiKeyProtected({"chat:read", "chat:write"})
        public String all() { return ""; }
        @Get("/any")
        @ApiKeyProtected(scopes = {"chat:read", "chat:write"}, match = ApiKeyProtected.Match.ANY)
        public String any() { return ""; }
        @Get("/open") @PermitAll public String open() { return ""; }
        @Get("/own")
        @io.swagger.v3.oas.annotations.security.SecurityRequirement(name = "mine")
        @io.swagger.v3.oas.annotations.responses.ApiResponse(
            responseCode = "401", description = "mine")
        public String own() { return ""; }
        @Post("/created") @Status(io.micronaut.http.HttpStatus.CREATED)
        @io.swagger.v3.oas.annotations.Operation(
            summary = "told",
            responses = {
              @io.swagger.v3.oas.annotations.responses.ApiResponse(
                  responseCode = "429", description = "told")
            },
            security = @io.swagger.v3.oas.annotations.security.SecurityRequirement(name = "mine"))
        public String created() { return ""; }
      }

      @ApiKeyProtected("reports:read") @Inherited @Retention(RetentionPolicy.RUNTIME)
      @interface Reporting {}

      @Controller("/composed")
      class Composed {
        @Reporting @Get public String guarded() { return ""; }
        @Get("/free") public String free() { return ""; }
      }

      interface Contract {
        @ApiKeyProtected("contract:read") @Get("/contract") String contract();
      }

      @Controller("/promised")
      class Promised implements Contract {
        public String contract() { return ""; }
      }

      @ApiKeyProtected("base:read")
      abstract class Base {
        @Get("/base") public String base() { return ""; }
      }

      @Controller("/derived")
      class Derived extends Base {
        @Get("/added") public String added() { return ""; }
      }

      @Controller("/free")
      class Free {
        @Get public String get() { return ""; }
      }
      """;

  @TempDir static Path classes;
  private static Map<String, Object> document = Map.of();

  @BeforeAll
  static void compile() throws IOException {
    Compiler.compile(SAMPLE, classes, List.of("-A" + SWITCH + "=true")).isClean();
    Path file = classes.resolve("META-INF/swagger/sample-1.yml");
    document = new Yaml().load(Files.readString(file));
  }

  /** The option stays behind as a property of this JVM. */
  @AfterAll
  static void switchOff() {
    System.setProperty(SWITCH, "false");
  }

  @Test
  void namesTheSchemesBesideThoseOfTheDeveloper() {
    Map<String, Object> schemes = map(map(document, "components"), "securitySchemes");
    assertEquals("http", map(schemes, "keystile").get("type"));
    assertEquals("bearer", map(schemes, "keystile").get("scheme"));
    assertEquals("apiKey", map(schemes, "keystile-header").get("type"));
    assertEquals("header", map(schemes, "keystile-header").get("in"));
    assertEquals("X-API-Key", map(schemes, "keystile-header").get("name"));
    assertEquals("basic", map(schemes, "mine").get("scheme"));
  }

  @Test
  void describesAGuardOnTheType() {
    assertGuarded("/typed/plain", List.of(List.of()));
  }

  @Test
  void listsTheScopes() {
    assertGuarded("/typed/all", List.of(List.of("chat:read", "chat:write")));
    assertGuarded("/typed/any", List.of(List.of("chat:read"), List.of("chat:write")));
  }

  @Test
  void describesAComposedAnnotation() {
    assertGuarded("/composed", List.of(List.of("reports:read")));
  }

  @Test
  void describesAGuardFromAbove() {
    assertGuarded("/promised/contract", List.of(List.of("contract:read")));
    assertGuarded("/derived/base", List.of(List.of("base:read")));
    assertGuarded("/derived/added", List.of(List.of("base:read")));
  }

  @Test
  void leavesOpenRoutesAsTheyAre() {
    for (String path : List.of("/typed/open", "/composed/free", "/free")) {
      Map<String, Object> operation = operation(path, "get");
      assertFalse(operation.containsKey("security"), path);
      assertEquals("[200]", map(operation, "responses").keySet().toString(), path);
    }
  }

  @Test
  void leavesWhatTheDeveloperWrote() {
    Map<String, Object> own = operation("/typed/own", "get");
    assertEquals(List.of(Map.of("mine", List.of())), own.get("security"));
    assertEquals("mine", map(map(own, "responses"), "401").get("description"));
    assertTrue(map(own, "responses").containsKey("429"));
    Map<String, Object> created = operation("/typed/created", "post");
    assertEquals(List.of(Map.of("mine", List.of())), created.get("security"));
    assertEquals("told", created.get("summary"));
    assertEquals("told", map(map(created, "responses"), "429").get("description"));
    assertTrue(map(created, "responses").containsKey("401"));
  }

  @Test
  void doesNothingWithoutTheProcessorOfOpenApi() {
    assertTrue(new OpenApiVisitor().isEnabled());
    assertFalse(new OpenApiVisitor(ClassLoader.getPlatformClassLoader()).isEnabled());
  }

  private static void assertGuarded(String path, List<List<String>> alternatives) {
    Map<String, Object> operation = operation(path, "get");
    List<Map<String, List<String>>> security =
        Stream.of("keystile", "keystile-header")
            .flatMap(scheme -> alternatives.stream().map(scopes -> Map.of(scheme, scopes)))
            .toList();
    assertEquals(security, operation.get("security"));
    assertEquals(
        List.of("200", "401", "403", "429"),
        map(operation, "responses").keySet().stream().sorted().toList());
    assertTrue(map(map(operation, "responses"), "200").containsKey("content"));
  }

  private static Map<String, Object> operation(String path, String method) {
    return map(map(map(document, "paths"), path), method);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String name) {
    return (Map<String, Object>) Objects.requireNonNull(parent.get(name), name);
  }
}
