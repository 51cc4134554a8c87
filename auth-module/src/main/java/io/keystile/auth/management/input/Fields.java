package io.keystile.auth.management.input;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object. Name those that there may be, read them, and {@link #end}: whatever was
 * not named is a fault.
 */
public final class Fields {

  private final Map<?, ?> members;
  private final String pointer;
  private final Faults faults;
  private final Set<String> named = new HashSet<>();

  Fields(Map<?, ?> members, String pointer, Faults faults) {
    this.members = members;
    this.pointer = pointer;
    this.faults = faults;
  }

  /**
   * Reads the body of a request, which has to be an object.
   *
   * @throws FaultyInputException when it is not even that
   */
  public static Fields read(byte @Nullable [] body, Faults faults) {
    Object value = JsonText.read(body == null ? new byte[0] : body, faults);
    if (value instanceof Map<?, ?> members) {
      return new Fields(members, "", faults);
    }
    throw new FaultyInputException(Fault.at("", "The body must be a JSON object."));
  }

  /** The same where nothing has to be sent: an empty body is an empty object. */
  public static Fields readOptional(byte @Nullable [] body, Faults faults) {
    return body == null || body.length == 0 ? new Fields(Map.of(), "", faults) : read(body, faults);
  }

  /** A member that may be left out or be null. */
  public <T> Given<T> get(String name, Function<Node, @Nullable T> reader) {
    named.add(name);
    if (!members.containsKey(name)) {
      return Given.absent();
    }
    Object value = members.get(name);
    return Given.of(value == null ? null : reader.apply(node(name, value)));
  }

  /** A member that may be left out, but not be null. */
  public <T> Given<T> getFilled(String name, Function<Node, @Nullable T> reader) {
    if (members.containsKey(name) && members.get(name) == null) {
      node(name, null).fault("This must not be null.");
    }
    return get(name, reader);
  }

  /** A member that has to be there; null when it is not, or is faulty. */
  public <T> @Nullable T require(String name, Function<Node, @Nullable T> reader) {
    requirePresent(name);
    return getFilled(name, reader).value();
  }

  /** Notes it when a member is not there; it is still to be read. */
  public void requirePresent(String name) {
    if (!members.containsKey(name)) {
      node(name, null).fault("This is missing.");
    }
  }

  /** A member that can be seen but not set. */
  public void refuse(Set<String> names) {
    named.addAll(names);
    names.stream()
        .filter(members::containsKey)
        .forEach(name -> node(name, null).fault("This cannot be set."));
  }

  /**
   * Ends the reading: members that nobody named are faults.
   *
   * @throws FaultyInputException when anything was wrong with the whole body
   */
  public void end() {
    endObject();
    faults.throwIfAny();
  }

  /** Ends the reading of an inner object. */
  public void endObject() {
    for (Object name : members.keySet()) {
      if (!named.contains(String.valueOf(name))) {
        node(String.valueOf(name), null).fault("There is no such member.");
      }
    }
  }

  private Node node(String name, @Nullable Object value) {
    return new Node(value, Pointers.append(pointer, name), faults);
  }
}
