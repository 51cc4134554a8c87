package io.keystile.auth.keys;

import io.keystile.auth.address.AddressEntry;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists as they stand in columns: JSON, or null when empty. */
@Singleton
@SerdeImport(AddressEntry.class)
final class KeyJson {

  private static final Argument<List<String>> TEXTS = Argument.listOf(String.class);
  private static final Argument<List<AddressEntry>> ENTRIES = Argument.listOf(AddressEntry.class);
  private static final Argument<Map<String, String>> MAP =
      Argument.mapOf(String.class, String.class);

  private final JsonMapper mapper;

  KeyJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  List<AccessWindow> windows(@Nullable String column) {
    return column == null
        ? List.of()
        : read(column, TEXTS).stream().map(AccessWindow::parse).toList();
  }

  List<AddressEntry> addresses(@Nullable String column) {
    return column == null ? List.of() : read(column, ENTRIES);
  }

  KeyLimits limits(@Nullable String rateLimits, @Nullable String quotas) {
    return rateLimits == null && quotas == null
        ? KeyLimits.NONE
        : KeyLimits.parse(texts(rateLimits, TEXTS), texts(quotas, TEXTS));
  }

  Map<String, String> texts(@Nullable String column) {
    return column == null ? Map.of() : read(column, MAP);
  }

  @Nullable String write(Collection<?> values) {
    return values.isEmpty() ? null : json(values);
  }

  /** The values in their text form. */
  @Nullable String writeTexts(Collection<?> values) {
    return write(values.stream().map(Object::toString).toList());
  }

  @Nullable String write(Map<String, String> values) {
    return values.isEmpty() ? null : json(values);
  }

  private List<String> texts(@Nullable String column, Argument<List<String>> type) {
    return column == null ? List.of() : read(column, type);
  }

  private String json(Object value) {
    try {
      return new String(mapper.writeValueAsBytes(value), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Plain values can be written as JSON", e);
    }
  }

  private <T> T read(String column, Argument<T> type) {
    try {
      T value = mapper.readValue(column, type);
      if (value == null) {
        throw new IllegalStateException("A list in the key store is null");
      }
      return value;
    } catch (IOException e) {
      throw new IllegalStateException("A list in the key store cannot be read", e);
    }
  }
}
