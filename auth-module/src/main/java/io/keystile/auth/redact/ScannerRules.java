package io.keystile.auth.redact;

import io.keystile.auth.secret.KeyFormat;
import java.util.Locale;

/**
 * Rules by which scanners find keys that were generated under a prefix. They leave out what the
 * checksum rules out by its first digit, and know nothing of imported keys.
 *
 * @since 0.1
 */
public final class ScannerRules {

  private ScannerRules() {}

  /**
   * The rules as the tool's configuration file.
   *
   * @throws IllegalArgumentException when keys cannot be generated under the prefix
   */
  public static String of(ScannerTool tool, String prefix) {
    String regex = regex(KeyFormat.requirePrefix(prefix));
    return switch (tool) {
      case GITLEAKS -> gitleaks(regex, prefix);
      case TRUFFLEHOG -> trufflehog(regex, prefix);
      case SECRETLINT -> secretlint(regex);
    };
  }

  /** Understood by RE2, Go and JavaScript alike. A prefix holds nothing that must be quoted. */
  static String regex(String prefix) {
    return "\\b" + prefix + "[0-9A-Za-z]{26}[0-4][0-9A-Za-z]{5}\\b";
  }

  private static String gitleaks(String regex, String prefix) {
    return """
    [extend]
    useDefault = true

    [[rules]]
    id = "keystile-api-key"
    description = "Keystile API key"
    regex = '''%s'''
    keywords = ["%s"]
    """
        .formatted(regex, prefix.toLowerCase(Locale.ROOT));
  }

  private static String trufflehog(String regex, String prefix) {
    return """
    detectors:
      - name: keystile-api-key
        keywords:
          - '%s'
        regex:
          key: '(%s)'
    """
        .formatted(prefix, regex);
  }

  private static String secretlint(String regex) {
    return """
    {
      "rules": [
        {
          "id": "@secretlint/secretlint-rule-pattern",
          "options": {
            "patterns": [
              {
                "name": "Keystile API key",
                "pattern": "/%s/"
              }
            ]
          }
        }
      ]
    }
    """
        .formatted(regex.replace("\\", "\\\\"));
  }
}
