package io.keystile.app.console;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;

/**
 * What a form sent; an argument of controllers. A field that was not sent is empty.
 *
 * @param fields the values of each field, in their order
 */
public record Form(Map<String, List<String>> fields) {

  /** The field that carries {@link io.keystile.app.console.people.SignedIn#formToken}. */
  public static final String TOKEN = "_token";

  static Form parse(String body) {
    QueryStringDecoder decoder = new QueryStringDecoder("?" + body, true);
    return new Form(decoder.parameters());
  }

  /** A form without fields. */
  public static Form empty() {
    return new Form(Map.of());
  }

  /** What was typed, without blanks around. */
  public String text(String field) {
    return raw(field).strip();
  }

  /** What was typed, as it is: for passwords. */
  public String raw(String field) {
    List<String> values = all(field);
    return values.isEmpty() ? "" : values.get(0);
  }

  /** All values of a field that may stand there more than once. */
  public List<String> all(String field) {
    return fields.getOrDefault(field, List.of());
  }

  /** Whether a box was ticked, or a button pressed. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  // Passwords and keys are typed into forms.
  @Override
  public String toString() {
    return "Form" + fields.keySet();
  }
}
