package io.keystile.auth.settings;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All settings that operators may see, as the code declares them. Immutable. */
@Singleton
final class SettingCatalog {

  private static final String OURS = "io.keystile.";

  /** Bound within the package of the store. */
  private static final KnownSetting DB =
      new KnownSetting(
          Argument.STRING,
          new SettingInfo(
              "keystile.db",
              "The SQLite file with the keys.",
              SettingType.TEXT,
              List.of(),
              "data/keystile.db",
              false),
          null);

  private final Map<String, KnownSetting> settings = new TreeMap<>();
  private final Map<BeanDefinition<?>, List<KnownSetting>> live = new LinkedHashMap<>();

  SettingCatalog(BeanContext beans) {
    beans.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
        .filter(definition -> definition.getBeanType().getName().startsWith(OURS))
        .forEach(this::addConfiguration);
    add(beans.getBeanDefinition(AuthenticationSwitch.class));
    add(beans.getBeanDefinition(ListenAddress.class));
    settings.put(DB.name(), DB);
  }

  /** By their names. */
  Collection<KnownSetting> all() {
    return settings.values();
  }

  /**
   * The setting.
   *
   * @throws SettingNotFoundException when there is none with this name
   */
  KnownSetting get(String name) {
    KnownSetting known = settings.get(name);
    if (known == null) {
      throw new SettingNotFoundException(name);
    }
    return known;
  }

  /** The configurations of which something can be changed at run time, and what that is. */
  Map<BeanDefinition<?>, List<KnownSetting>> live() {
    return live;
  }

  private void addConfiguration(BeanDefinition<?> definition) {
    List<KnownSetting> changeable =
        add(definition).stream().filter(known -> known.info().live()).toList();
    if (!changeable.isEmpty()) {
      live.put(definition, changeable);
    }
  }

  private List<KnownSetting> add(BeanDefinition<?> definition) {
    List<KnownSetting> found =
        Arrays.stream(definition.getConstructor().getArguments())
            .flatMap(argument -> KnownSetting.of(argument).stream())
            .toList();
    found.forEach(known -> settings.put(known.name(), known));
    return found;
  }
}
