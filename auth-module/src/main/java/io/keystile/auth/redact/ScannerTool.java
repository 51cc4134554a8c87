package io.keystile.auth.redact;

/**
 * A program that looks for secrets in repositories.
 *
 * @since 0.1
 */
public enum ScannerTool {
  /** gitleaks, whose rules are TOML. */
  GITLEAKS,
  /** trufflehog, whose custom detectors are YAML. */
  TRUFFLEHOG,
  /** secretlint, whose rules are JSON. */
  SECRETLINT
}
