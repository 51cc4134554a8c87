package io.keystile.bridge;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;

/** JSON in tests: written with single quotes, read as a tree. */
public final class Json {

  private Json() {}

  public static String of(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  public static JsonNode read(String text) {
    try {
      return JsonMapper.createDefault().readValue(text, JsonNode.class);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
