package io.keystile.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.keystile.auth.settings.Setting;
import io.keystile.auth.settings.SettingInfo;
import io.keystile.auth.settings.Settings;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one table in the guide and the code tell of the same settings. */
class ConfigurationTableTest {

  private static final String NONE = "none";
  private static final Pattern ROW =
      Pattern.compile("\\| `(keystile\\.[^`]+)` \\| `([A-Z_0-9]+)` \\| (.+?) \\| (.+) \\|");
  private static final Pattern PROPERTY =
      Pattern.compile(
          "@Property\\(name = \"(keystile[^\"]+)\"(?:, defaultValue = \"([^\"]*)\")?\\)");
  private static final Pattern NAME = Pattern.compile("= \"(keystile(?:\\.[a-z0-9-]+)+)\"");

  @Test
  void tellsEverySettingWithItsDefault() throws IOException {
    Map<String, String> code = new TreeMap<>(bound());
    code.putAll(read());
    assertEquals(lines(code), lines(table()));
  }

  @Test
  void hasARowWithTheSameDefaultForWhateverOperatorsSee(@TempDir Path folder) throws IOException {
    Map<String, String> table = table();
    // Unset, the stored switch decides; what operators see is what it is before anybody switched.
    table.replace("keystile.enabled", NONE, "true");
    try (TestStore store = TestStore.open(folder.resolve("keys.db"))) {
      for (Setting setting : store.bean(Settings.class).list()) {
        SettingInfo info = setting.info();
        assertEquals(table.get(info.name()), orNone(info.defaultValue()), info.name());
      }
    }
  }

  @Test
  void namesTheEnvironmentVariableThatSetsIt() throws IOException {
    for (String line : guide()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String variable = row.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        assertEquals(variable, row.group(2));
      }
    }
  }

  private static Map<String, String> table() throws IOException {
    Map<String, String> table = new TreeMap<>();
    for (String line : guide()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String before = table.put(row.group(1), row.group(3).replace("`", ""));
        assertEquals(null, before, "twice in the table: " + row.group(1));
      }
    }
    assertFalse(table.isEmpty());
    return table;
  }

  /** What the framework binds to our configuration records. */
  private static Map<String, String> bound() throws IOException {
    Map<String, String> bound = new TreeMap<>();
    try (InputStream input =
        ApiKey.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      Metadata metadata =
          ObjectMapper.getDefault()
              .readValue(Objects.requireNonNull(input), Argument.of(Metadata.class));
      metadata.properties().forEach(p -> bound.put(p.get("name"), orNone(p.get("defaultValue"))));
    }
    // The framework tells of the component; @Property gives it the name that counts.
    bound.remove("keystile.limits.default-limits");
    return bound;
  }

  private static String orNone(@Nullable String value) {
    return value == null || value.isEmpty() ? NONE : value;
  }

  /** What single classes read by name; a secret can also stand in a file. */
  private static Map<String, String> read() throws IOException {
    Map<String, String> read = new TreeMap<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        collect(Files.readString(source), read);
      }
    }
    assertFalse(read.isEmpty());
    return read;
  }

  private static void collect(String source, Map<String, String> read) {
    Matcher property = PROPERTY.matcher(source);
    while (property.find()) {
      read.put(property.group(1), Objects.requireNonNullElse(property.group(2), NONE));
    }
    Matcher name = NAME.matcher(source);
    while (source.contains("SecretSettings settings") && name.find()) {
      read.put(name.group(1), NONE);
      read.put(name.group(1) + "-file", NONE);
    }
  }

  private static List<String> guide() throws IOException {
    return Files.readAllLines(Path.of("README.md"));
  }

  private static String lines(Map<String, String> settings) {
    StringBuilder lines = new StringBuilder();
    settings.forEach((name, value) -> lines.append(name).append(" = ").append(value).append('\n'));
    return lines.toString();
  }

  @Serdeable
  record Metadata(List<Map<String, String>> properties) {}
}
