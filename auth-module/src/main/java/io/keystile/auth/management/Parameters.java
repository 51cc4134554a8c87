package io.keystile.auth.management;

import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.management.input.Fault;
import io.keystile.auth.management.input.Faults;
import io.keystile.auth.management.input.FaultyInputException;
import io.micronaut.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. Name and read those that there may be, and {@link #end}: what
 * was not named, or came twice, is a fault.
 */
final class Parameters {

  static final int DEFAULT_LIMIT = 100;

  private static final String KEY = "api_key";

  private final Map<String, List<String>> sent;
  private final Faults faults = new Faults();
  // A key may stand there where that was switched on; it was read before.
  private final Set<String> named = new HashSet<>(Set.of(KEY));

  Parameters(HttpRequest<?> request) {
    this.sent = request.getParameters().asMap();
  }

  /** For routes that take none. */
  static void refuseAny(HttpRequest<?> request) {
    new Parameters(request).end();
  }

  /** A text, or null when it was not sent. */
  @Nullable String text(String name) {
    named.add(name);
    List<String> values = sent.getOrDefault(name, List.of());
    if (values.size() > 1) {
      fault(name, "This came more than once.");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** All of a text that may come several times. */
  List<String> texts(String name) {
    named.add(name);
    return sent.getOrDefault(name, List.of());
  }

  /** A text in a form of its own; what the parser throws becomes the fault. */
  <T> @Nullable T parsed(String name, Function<String, T> parser) {
    String text = text(name);
    return text == null ? null : parse(name, text, parser);
  }

  <T> @Nullable T parse(String name, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      fault(name, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** How many on a page. */
  int limit() {
    Integer limit = parsed("limit", Parameters::pageSize);
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  void fault(String name, String detail) {
    faults.add(Fault.ofParameter(name, detail));
  }

  /** Notes what is unknown, and ends the reading. */
  void end() {
    for (String name : sent.keySet()) {
      if (!named.contains(name)) {
        fault(name, "There is no such parameter.");
      }
    }
    faults.throwIfAny();
  }

  /** Reads a page; what is wrong with its cursor only the reading tells. */
  static <T> T ofCursor(Supplier<T> page) {
    try {
      return page.get();
    } catch (IllegalArgumentException e) {
      throw new FaultyInputException(Fault.ofParameter("cursor", String.valueOf(e.getMessage())));
    }
  }

  private static Integer pageSize(String text) {
    if (text.matches("[0-9]{1,3}")) {
      int size = Integer.parseInt(text);
      if (size >= 1 && size <= ApiKeys.MAX_PAGE) {
        return size;
      }
    }
    throw new IllegalArgumentException("This must be a number from 1 to " + ApiKeys.MAX_PAGE + ".");
  }
}
