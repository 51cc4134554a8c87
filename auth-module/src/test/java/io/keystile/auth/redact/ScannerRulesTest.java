package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.keystile.auth.TestStore;
import io.keystile.auth.secret.KeyGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

class ScannerRulesTest {

  private static final List<String> PREFIXES = List.of("ks_", "sk-", "Shop-live_", "k");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void findGeneratedKeysAndNothingBesides(ScannerTool tool) throws IOException {
    try (TestStore store = TestStore.open(folder.resolve("keys.db"))) {
      for (String prefix : PREFIXES) {
        Pattern pattern = Pattern.compile(regex(tool, ScannerRules.of(tool, prefix)));
        for (int i = 0; i < 200; i++) {
          String key = store.bean(KeyGenerator.class).generate(prefix).exposeText();
          assertTrue(pattern.matcher("key: \"" + key + "\",").find(), prefix);
          assertTrue(!pattern.matcher("key: \"" + key + "x\",").find(), prefix);
        }
        assertTrue(!pattern.matcher(prefix + "0123456789ABCDEFGHIJKLMNOP").find(), prefix);
      }
    }
  }

  @Test
  void giveGitleaksKeywordsAsItComparesThem() throws IOException {
    JsonNode rule = toml(ScannerRules.of(ScannerTool.GITLEAKS, "Shop-")).at("/rules/0");
    assertEquals("shop-", rule.at("/keywords/0").asText());
    assertEquals("keystile-api-key", rule.at("/id").asText());
  }

  @Test
  void refuseAPrefixThatCannotBe() {
    assertThrows(
        IllegalArgumentException.class, () -> ScannerRules.of(ScannerTool.GITLEAKS, "a'''b"));
  }

  private static String regex(ScannerTool tool, String rules) throws IOException {
    return switch (tool) {
      case GITLEAKS -> toml(rules).at("/rules/0/regex").asText();
      case TRUFFLEHOG -> tree(new Yaml().load(rules)).at("/detectors/0/regex/key").asText();
      case SECRETLINT -> {
        String pattern =
            new ObjectMapper().readTree(rules).at("/rules/0/options/patterns/0/pattern").asText();
        yield pattern.substring(1, pattern.length() - 1);
      }
    };
  }

  private static JsonNode tree(Object value) {
    return new ObjectMapper().valueToTree(value);
  }

  private static JsonNode toml(String rules) throws IOException {
    return new TomlMapper().readTree(rules);
  }
}
