package io.keystile.auth.settings;

import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All configurations that follow what is stored. Safe for several threads. */
@Singleton
final class LiveConfigurations {

  private static final Logger LOG = LoggerFactory.getLogger(LiveConfigurations.class);

  private final Map<Class<?>, LiveGroup<?>> byType = new HashMap<>();
  private final Map<String, LiveGroup<?>> byName = new HashMap<>();

  LiveConfigurations(
      BeanContext beans,
      SettingCatalog catalog,
      SettingSources sources,
      SettingReader reader,
      StoredSettings stored) {
    catalog
        .live()
        .forEach(
            (definition, changeable) -> {
              List<KnownSetting> open =
                  changeable.stream().filter(known -> !sources.isConfigured(known)).toList();
              LiveGroup<?> group = group(beans, definition, open, reader);
              byType.put(definition.getBeanType(), group);
              changeable.forEach(known -> byName.put(known.name(), group));
            });
    stored.follow(this::refresh);
  }

  /**
   * The configuration of this type, as it changes.
   *
   * @throws IllegalArgumentException when nothing of it can be changed at run time
   */
  <C> Live<C> of(Class<C> type) {
    LiveGroup<?> group = byType.get(type);
    if (group == null) {
      throw new IllegalArgumentException(
          "Nothing of " + type.getName() + " is live; inject it without Live.");
    }
    @SuppressWarnings("unchecked") // A group is registered under its own type.
    Live<C> live = (Live<C>) group.live();
    return live;
  }

  /** The group that a setting which is live belongs to. */
  LiveGroup<?> groupOf(String name) {
    LiveGroup<?> group = byName.get(name);
    if (group == null) {
      throw new IllegalArgumentException(name + " is not live");
    }
    return group;
  }

  private void refresh(Map<String, String> rows) {
    byType.values().forEach(group -> refresh(group, rows));
  }

  private static void refresh(LiveGroup<?> group, Map<String, String> rows) {
    try {
      group.refresh(rows);
    } catch (RuntimeException e) {
      LOG.error("A changed setting could not be put in force; restart to be sure of it", e);
    }
  }

  private static <C> LiveGroup<C> group(
      BeanContext beans,
      BeanDefinition<C> definition,
      List<KnownSetting> open,
      SettingReader reader) {
    return new LiveGroup<>(
        definition.getBeanType(),
        List.of(definition.getConstructor().getArguments()),
        beans.getBean(definition),
        open,
        reader);
  }
}
