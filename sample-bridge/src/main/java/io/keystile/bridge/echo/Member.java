package io.keystile.bridge.echo;

import io.keystile.bridge.error.ApiException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of the request and its name, so that a complaint can say where. JSON null counts as
 * absent. Members that nobody asks for are passed over.
 */
record Member(String name, @Nullable JsonNode value) {

  static Member root(JsonNode value) {
    return new Member("", value);
  }

  boolean isAbsent() {
    return value == null || value.isNull();
  }

  boolean isString() {
    return value != null && value.isString();
  }

  Member get(String child) {
    String path = name.isEmpty() ? child : name + "." + child;
    return new Member(path, object().get(child));
  }

  List<Member> elements() {
    JsonNode array = present();
    if (!array.isArray()) {
      throw wrongType("an array");
    }
    List<Member> elements = new ArrayList<>(array.size());
    for (JsonNode element : array.values()) {
      elements.add(new Member(name + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  String string() {
    JsonNode string = present();
    if (!string.isString()) {
      throw wrongType("a string");
    }
    return string.getStringValue();
  }

  boolean flag() {
    if (isAbsent()) {
      return false;
    }
    if (!present().isBoolean()) {
      throw wrongType("a boolean");
    }
    return present().getBooleanValue();
  }

  int positiveInteger(int otherwise) {
    if (isAbsent()) {
      return otherwise;
    }
    if (!present().isNumber() || !isInteger(present().getNumberValue())) {
      throw wrongType("an integer");
    }
    if (present().getLongValue() < 1) {
      throw invalid("integer_below_min_value", "Invalid '" + name + "': it must be 1 or more.");
    }
    return (int) Math.min(present().getLongValue(), Integer.MAX_VALUE);
  }

  ApiException invalid(String code, String message) {
    return ApiException.badRequest(name, code, message);
  }

  ApiException wrongType(String expected) {
    return name.isEmpty()
        ? ApiException.badRequest(null, null, "The request body must be a JSON object.")
        : invalid("invalid_type", "Invalid type for '" + name + "': expected " + expected + ".");
  }

  private JsonNode object() {
    JsonNode object = present();
    if (!object.isObject()) {
      throw wrongType("an object");
    }
    return object;
  }

  private JsonNode present() {
    JsonNode present = value;
    if (present == null || present.isNull()) {
      throw name.isEmpty()
          ? wrongType("an object")
          : invalid("missing_required_parameter", "Missing required parameter: '" + name + "'.");
    }
    return present;
  }

  private static boolean isInteger(Number number) {
    return number instanceof Integer || number instanceof Long;
  }
}
