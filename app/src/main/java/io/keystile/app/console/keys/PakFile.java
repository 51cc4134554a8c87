package io.keystile.app.console.keys;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The file that a key is saved as: its text and a line feed, named after the key. */
final class PakFile {

  private static final int MAX_NAME = 60;
  private static final String ENDING = ".pak";

  /** Names that Windows keeps for devices, whatever stands behind the dot. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private PakFile() {}

  /** A file name for the key that every system takes: ASCII letters, digits and {@code . _ -}. */
  static String name(String keyName) {
    String plain = Normalizer.normalize(keyName, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String safe =
        plain.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "").replaceAll("-{2,}", "-");
    String cut = safe.substring(0, Math.min(MAX_NAME, safe.length())).replaceAll("[.-]+$", "");
    if (cut.isEmpty()) {
      return "key" + ENDING;
    }
    String stem = cut.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    return (DEVICES.contains(stem) ? "key-" + cut : cut) + ENDING;
  }
}
