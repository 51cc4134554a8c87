package io.keystile.auth.management.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) to the letter: UTF-8 only, no member twice, nothing behind the end, no
 * deeper than {@value #MAX_DEPTH}. What it complains of never repeats the text, which may hold a
 * key.
 */
final class JsonText {

  static final int MAX_DEPTH = 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(100_000)
                  .maxNameLength(1000)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final JsonParser parser;
  private final Faults faults;

  private JsonText(JsonParser parser, Faults faults) {
    this.parser = parser;
    this.faults = faults;
  }

  /**
   * The value as maps, lists, texts, {@link java.math.BigDecimal}s and booleans.
   *
   * @throws FaultyInputException when it is not JSON
   */
  static @Nullable Object read(byte[] body, Faults faults) {
    try (JsonParser parser = FACTORY.createParser(decode(body))) {
      return new JsonText(parser, faults).read();
    } catch (IOException e) {
      throw new UncheckedIOException("Texts in memory can be read", e);
    }
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw refuse("", "The body is not UTF-8.");
    }
  }

  private @Nullable Object read() throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw refuse("", "The body is empty; send a JSON object.");
      }
      Object value = value(first, "");
      if (parser.nextToken() != null) {
        throw refuse("", "There is more behind the end of the JSON value" + place() + ".");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw refuse(
          pointer(),
          "Too long or too deep: at most " + MAX_DEPTH + " levels and 100,000 characters a text.");
    } catch (JsonParseException e) {
      throw refuse(pointer(), "This is not JSON" + place(e) + ".");
    }
  }

  private @Nullable Object value(JsonToken token, String pointer) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> array(pointer);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private Map<String, @Nullable Object> object(String pointer) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String inner = Pointers.append(pointer, name);
      if (members.containsKey(name)) {
        faults.add(Fault.at(inner, "The member is there twice."));
      }
      members.put(name, value(parser.nextToken(), inner));
    }
    return members;
  }

  private List<@Nullable Object> array(String pointer) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token, Pointers.append(pointer, String.valueOf(items.size()))));
    }
    return items;
  }

  private String pointer() {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  private String place() {
    return place(parser.currentTokenLocation());
  }

  private String place(JsonProcessingException e) {
    return place(e.getLocation());
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static FaultyInputException refuse(String pointer, String detail) {
    return new FaultyInputException(Fault.at(pointer, detail));
  }
}
