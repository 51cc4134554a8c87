package io.keystile.auth.management;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The document of this API, as it was generated when this was compiled. The generator speaks
 * OpenAPI 3.0 well and 3.1 badly (parameters lose their types, what may be null may be anything),
 * so it writes the former, and the few things in which they differ here are put right when it is
 * read.
 */
@Singleton
final class ApiDocument {

  private static final String RESOURCE = "/META-INF/swagger/keystile-management.json";
  private static final String COMPILED_PATH = "/admin";
  private static final String NULLABLE = "nullable";
  private static final String REFUSED = "4XX";

  private final Map<String, @Nullable Object> document;

  ApiDocument(JsonMapper json, ManagementConfiguration configuration) {
    Map<String, @Nullable Object> read = lifted(read(json));
    read.put("openapi", "3.1.0");
    read.put("paths", moved(read.get("paths"), configuration.path()));
    this.document = read;
  }

  Map<String, @Nullable Object> document() {
    return document;
  }

  private static Map<String, @Nullable Object> read(JsonMapper json) {
    try (InputStream resource = ApiDocument.class.getResourceAsStream(RESOURCE)) {
      return Objects.requireNonNull(
          json.readValue(
              Objects.requireNonNull(resource, RESOURCE),
              Argument.mapOf(String.class, Object.class)));
    } catch (IOException e) {
      throw new UncheckedIOException("The document is in the same jar", e);
    }
  }

  private static Map<String, @Nullable Object> moved(@Nullable Object paths, String path) {
    Map<String, @Nullable Object> moved = new LinkedHashMap<>();
    if (paths instanceof Map<?, ?> all) {
      all.forEach(
          (name, routes) -> {
            // Other routes of the library are no part of management.
            if (String.valueOf(name).startsWith(COMPILED_PATH + "/")) {
              moved.put(path + String.valueOf(name).substring(COMPILED_PATH.length()), routes);
            }
          });
    }
    return moved;
  }

  private static @Nullable Object lift(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> lifted = lifted(object);
      if (lifted.containsKey("in") && object.get("schema") instanceof Map<?, ?> schema) {
        // A parameter can be left out, but nobody can send null.
        lifted.put("schema", lifted(schema));
      }
      fill(lifted);
      return Boolean.TRUE.equals(object.get(NULLABLE)) ? orNull(lifted) : lifted;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> lifted = new ArrayList<>();
      list.forEach(item -> lifted.add(lift(item)));
      return lifted;
    }
    return value;
  }

  private static Map<String, @Nullable Object> lifted(Map<?, ?> object) {
    Map<String, @Nullable Object> lifted = new LinkedHashMap<>();
    object.forEach((name, member) -> lifted.put(String.valueOf(name), lift(member)));
    lifted.remove(NULLABLE, true);
    return lifted;
  }

  /** Where responses tell of no body, theirs is that of their whole range. */
  private static void fill(Map<String, @Nullable Object> responses) {
    if (responses.get(REFUSED) instanceof Map<?, ?> range) {
      responses.replaceAll(
          (status, response) -> {
            if (status.startsWith("4") && response instanceof Map<?, ?> one) {
              Map<String, @Nullable Object> filled = lifted(one);
              filled.putIfAbsent("content", range.get("content"));
              return filled;
            }
            return response;
          });
    }
  }

  /** The schema, or null. */
  private static Map<String, @Nullable Object> orNull(Map<String, @Nullable Object> schema) {
    Object type = schema.get("type");
    if (type != null && !schema.containsKey("enum")) {
      schema.put("type", List.of(type, "null"));
      return schema;
    }
    Map<String, @Nullable Object> either = new LinkedHashMap<>();
    either.put("anyOf", List.of(schema, Map.of("type", "null")));
    return either;
  }
}
