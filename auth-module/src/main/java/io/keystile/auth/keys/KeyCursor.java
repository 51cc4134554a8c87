package io.keystile.auth.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Behind which key a list goes on.
 *
 * @param order the order of the list it was made for
 * @param environment whether the key is one from the environment; these come first
 * @param id the key's id
 * @param value what the key is ordered by
 */
record KeyCursor(KeyOrder order, boolean environment, String id, String value) {

  private static final String ENVIRONMENT = "e";
  private static final String DATABASE = "d";

  /**
   * @throws IllegalArgumentException when it was not made for a list in this order
   */
  static @Nullable KeyCursor read(@Nullable String text, KeyOrder order) {
    if (text == null) {
      return null;
    }
    KeyCursor cursor = read(text);
    if (!cursor.order.equals(order)) {
      throw new IllegalArgumentException(
          "cursor is of a list in the order "
              + cursor.order
              + ", not "
              + order
              + "; begin without a cursor");
    }
    return cursor;
  }

  private static KeyCursor read(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("\n", -1);
      KeyCursor cursor =
          new KeyCursor(KeyOrder.parse(parts[0]), parts[1].equals(ENVIRONMENT), parts[2], parts[3]);
      cursor.sqlValue();
      return cursor;
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "cursor is none that a list answered with; begin without a cursor", e);
    }
  }

  /** What the database compares with. */
  Object sqlValue() {
    return environment ? value : order.by().value(value);
  }

  /** Opaque to whoever carries it. */
  @Override
  public String toString() {
    String plain =
        String.join("\n", order.toString(), environment ? ENVIRONMENT : DATABASE, id, value);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
