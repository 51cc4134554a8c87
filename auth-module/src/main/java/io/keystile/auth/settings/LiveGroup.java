package io.keystile.auth.settings;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One configuration record with the stored values laid over what the configuration and the defaults
 * say. Its own constructor decides which values are valid together. A stored value that is not is
 * passed over: while the application runs, what was in force stays; at a start, the default or what
 * stands in for it. Safe for several threads.
 *
 * @param <C> the record
 */
final class LiveGroup<C> {

  private static final Logger LOG = LoggerFactory.getLogger(LiveGroup.class);

  private final BeanIntrospection<C> introspection;
  private final SettingReader reader;
  private final C configured;
  private final @Nullable Object[] base;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, KnownSetting> open;
  private final Live<C> live;
  private volatile Map<String, String> inForce = Map.of();
  private @Nullable Map<String, String> stored;

  /**
   * @param configured the record as the configuration and the defaults make it
   * @param open the settings of it that the configuration leaves open
   * @throws io.micronaut.core.beans.exceptions.IntrospectionException when the record lacks
   *     {@code @Introspected}
   */
  LiveGroup(
      Class<C> type,
      List<Argument<?>> components,
      C configured,
      List<KnownSetting> open,
      SettingReader reader) {
    this.introspection = BeanIntrospection.getIntrospection(type);
    this.reader = reader;
    this.configured = configured;
    this.live = Live.of(configured);
    this.open = open.stream().collect(Collectors.toMap(KnownSetting::name, known -> known));
    this.base =
        components.stream()
            .map(component -> introspection.getRequiredProperty(component.getName(), Object.class))
            .map(property -> property.get(configured))
            .toArray();
    open.forEach(known -> places.put(known.name(), components.indexOf(known.argument())));
  }

  Live<C> live() {
    return live;
  }

  /** The stored text that counts, or null when the configuration or the default does. */
  @Nullable String findInForce(String name) {
    return inForce.get(name);
  }

  /** Takes over what is stored now. */
  synchronized void refresh(Map<String, String> rows) {
    Map<String, String> wanted = wanted(rows);
    if (!wanted.equals(stored)) {
      Map<String, String> usable = usable(wanted);
      wanted.forEach(
          (name, text) -> {
            if (!usable.containsKey(name)) {
              passOver(name, text, usable);
            }
          });
      stored = wanted;
      inForce = Map.copyOf(usable);
      live.set(usable.isEmpty() ? configured : build(usable));
    }
  }

  /**
   * Makes sure that a change fits to all that is in force.
   *
   * @param rows what is stored
   * @param text the new value, or null to take the stored one away
   * @throws SettingRefusedException when it does not
   */
  void require(Map<String, String> rows, String name, @Nullable String text) {
    Map<String, String> values = usable(wanted(rows));
    if (text == null) {
      values.remove(name);
    } else {
      values.put(name, text);
    }
    try {
      build(values);
    } catch (IllegalArgumentException e) {
      throw new SettingRefusedException(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> wanted(Map<String, String> rows) {
    Map<String, String> wanted = new TreeMap<>(rows);
    wanted.keySet().retainAll(open.keySet());
    return wanted;
  }

  /** As many of the values as are valid together; some are so only after others. */
  private Map<String, String> usable(Map<String, String> wanted) {
    Map<String, String> usable = new TreeMap<>();
    Map<String, String> left = new TreeMap<>(wanted);
    boolean more = true;
    while (more) {
      more = left.entrySet().removeIf(entry -> add(usable, entry.getKey(), entry.getValue()));
    }
    return usable;
  }

  private void passOver(String name, String text, Map<String, String> usable) {
    String instead = stored == null ? known(name).whenUnusable() : inForce.get(name);
    boolean added = instead != null && add(usable, name, instead);
    if (stored == null || !text.equals(stored.get(name))) {
      LOG.error(
          "The stored setting {} cannot be used; in force is {}. Set it again, or reset it.",
          name,
          added ? "\"" + instead + "\"" : "what the configuration or the default says");
    }
  }

  private boolean add(Map<String, String> values, String name, String text) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, text);
    try {
      build(more);
    } catch (IllegalArgumentException e) {
      return false;
    }
    values.put(name, text);
    return true;
  }

  private C build(Map<String, String> texts) {
    @Nullable Object[] values = Arrays.copyOf(base, base.length);
    texts.forEach((name, text) -> values[place(name)] = read(known(name), text));
    return introspection.instantiate(false, values);
  }

  private Object read(KnownSetting known, String text) {
    return reader
        .read(known.argument(), text)
        .orElseThrow(() -> new IllegalArgumentException(known.name() + " cannot be read"));
  }

  private KnownSetting known(String name) {
    return Objects.requireNonNull(open.get(name));
  }

  private int place(String name) {
    return Objects.requireNonNull(places.get(name));
  }
}
