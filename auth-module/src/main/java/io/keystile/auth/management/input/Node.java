package io.keystile.auth.management.input;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of a body, with its place. A reader that does not find what it wants notes the fault
 * there and answers null, so that reading goes on to the next fault.
 */
public final class Node {

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final @Nullable Object value;
  private final String pointer;
  private final Faults faults;

  Node(@Nullable Object value, String pointer, Faults faults) {
    this.value = value;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** A text. */
  public @Nullable String text() {
    if (value instanceof String text) {
      return text;
    }
    wanted("a text");
    return null;
  }

  /** Yes or no. */
  public @Nullable Boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    wanted("true or false");
    return null;
  }

  /** A text, a number, or true or false: as text. */
  public @Nullable String scalar() {
    if (value instanceof BigDecimal number) {
      if (Math.abs((long) number.scale()) <= 100) {
        return number.toPlainString();
      }
      wanted("a shorter number");
      return null;
    }
    return value instanceof Boolean flag ? flag.toString() : text();
  }

  /** A text in a form of its own; what the parser throws becomes the fault. */
  public <T> @Nullable T parsed(Function<String, T> parser) {
    String text = text();
    return text == null ? null : check(text, parser);
  }

  /** An instant such as {@code 2027-01-31T09:00:00Z}, of a year that a store can keep. */
  public @Nullable Instant instant() {
    return parsed(Node::readInstant);
  }

  /** A list of at most so many. */
  public <T> @Nullable List<T> list(int most, Function<Node, @Nullable T> reader) {
    if (!(value instanceof List<?> items)) {
      wanted("a list");
      return null;
    }
    if (items.size() > most) {
      fault("There are more than " + most + ".");
      return null;
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      T item = reader.apply(new Node(items.get(i), at(String.valueOf(i)), faults));
      if (item != null) {
        read.add(item);
      }
    }
    return read;
  }

  /** An object with names that are not known before; a value may be null. */
  public <T> @Nullable Map<String, Given<T>> map(Function<Node, @Nullable T> reader) {
    if (!(value instanceof Map<?, ?> members)) {
      wanted("an object");
      return null;
    }
    Map<String, Given<T>> read = new LinkedHashMap<>();
    members.forEach(
        (name, member) ->
            read.put(
                String.valueOf(name),
                Given.of(
                    member == null
                        ? null
                        : reader.apply(new Node(member, at(String.valueOf(name)), faults)))));
    return read;
  }

  /** An object with known members. */
  public @Nullable Fields object() {
    if (value instanceof Map<?, ?> members) {
      return new Fields(members, pointer, faults);
    }
    wanted("an object");
    return null;
  }

  /** The same value under a check: what it throws becomes the fault. */
  public <S, T> @Nullable T check(S read, Function<S, T> check) {
    try {
      return check.apply(read);
    } catch (IllegalArgumentException e) {
      fault(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Notes a fault here. */
  public void fault(String detail) {
    faults.add(Fault.at(pointer, detail));
  }

  private void wanted(String what) {
    fault("This must be " + what + ".");
  }

  private String at(String name) {
    return Pointers.append(pointer, name);
  }

  /**
   * Reads an instant in UTC.
   *
   * @throws IllegalArgumentException when it is none, or out of range
   */
  public static Instant readInstant(String text) {
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "This must be an instant of the years 1970 to 9999, such as 2027-01-31T09:00:00Z.");
  }
}
