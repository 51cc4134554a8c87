package io.keystile.app.console.settings;

import java.util.Arrays;
import java.util.Locale;

/** What belongs together on the page, in its order. */
public enum SettingGroup {
  ACCESS(
      "Who needs a key",
      "Which routes ask for a key is decided where the server is started.",
      "keystile\\.(guard|public-routes|allow-open)"),
  KEYS(
      "Keys",
      "A generated key is the prefix and 32 letters and digits: 26 at random, 6 that tell a slip of"
          + " the pen from a key.",
      "keystile\\.keys\\..*"),
  READING(
      "Where a key may stand",
      "Callers send Authorization: Bearer and the key. Other places are for programs that cannot.",
      "keystile\\.reading\\..*"),
  ADDRESSES(
      "Addresses and proxies",
      "These lists hold for every key, besides its own. Behind a proxy the server sees only the"
          + " proxy, until you name it here.",
      "keystile\\.(addresses\\..*|trusted-proxies|forwarded-header)"),
  LIMITS("Default limits", "For keys that have none of their own.", "keystile\\.limits\\..*"),
  BRUTE_FORCE(
      "Brute force",
      "An address that tries too many wrong keys or passwords is refused for a while, longer each"
          + " time.",
      "keystile\\.brute-force\\..*"),
  RETENTION(
      "How long things are kept",
      "What is older is removed for good.",
      "keystile\\.((usage|audit)\\.retention|receipts\\..*)"),
  ANSWERS("Refusals", "What refused callers are told.", "keystile\\.errors\\..*"),
  SERVER("Server", "How the server works inside. The defaults suit nearly everybody.", ".*");

  private final String title;
  private final String text;
  private final String names;

  SettingGroup(String title, String text, String names) {
    this.title = title;
    this.text = text;
    this.names = names;
  }

  /** The first that the setting of this name belongs to. */
  static SettingGroup of(String name) {
    return Arrays.stream(values())
        .filter(group -> name.matches(group.names))
        .findFirst()
        .orElse(SERVER);
  }

  /** Its heading. */
  public String title() {
    return title;
  }

  /** One or two sentences for who reads this for the first time. */
  public String text() {
    return text;
  }

  /** What links to it name. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
