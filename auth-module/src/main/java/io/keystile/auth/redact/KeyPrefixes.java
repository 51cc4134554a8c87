package io.keystile.auth.redact;

import java.util.List;

/** How the keys of well-known providers begin, and how long they are at the least behind that. */
final class KeyPrefixes {

  private record Provider(String prefix, int length) {}

  /** The longer before the shorter that it begins with. */
  private static final List<Provider> PROVIDERS =
      List.of(
          new Provider("sk-ant-", 16),
          new Provider("sk-proj-", 16),
          new Provider("sk-svcacct-", 16),
          new Provider("sk-admin-", 16),
          new Provider("sk-or-", 16),
          new Provider("sk-", 20),
          new Provider("AIza", 30),
          new Provider("gsk_", 20),
          new Provider("xai-", 20),
          new Provider("hf_", 20),
          new Provider("github_pat_", 20),
          new Provider("ghp_", 30),
          new Provider("gho_", 30),
          new Provider("ghu_", 30),
          new Provider("ghs_", 30),
          new Provider("ghr_", 30),
          new Provider("glpat-", 20));

  /** So that the time stays in proportion to the length. */
  private static final int LOOKED_AT = 64;

  private KeyPrefixes() {}

  /**
   * The length of the provider's prefix at this place of a word, or 0 when no key stands there.
   *
   * @param end where the word ends
   */
  static int ofProvider(String text, int at, int end) {
    char first = text.charAt(at);
    if ("sAgxh".indexOf(first) < 0) {
      return 0;
    }
    for (Provider provider : PROVIDERS) {
      int body = at + provider.prefix.length();
      if (text.startsWith(provider.prefix, at)
          && end - body >= provider.length
          && isRandom(text, body, Math.min(end, body + LOOKED_AT))) {
        return provider.prefix.length();
      }
    }
    return 0;
  }

  /** How many characters at the beginning of a secret may stay because they tell its kind. */
  static int kept(String text, int from, int to, List<String> own) {
    int kept = 0;
    for (Provider provider : PROVIDERS) {
      kept = longer(kept, provider.prefix, text, from, to);
    }
    for (String prefix : own) {
      kept = longer(kept, prefix, text, from, to);
    }
    return kept;
  }

  private static int longer(int kept, String prefix, String text, int from, int to) {
    boolean tells = !isAlphanumeric(prefix.charAt(prefix.length() - 1)) || prefix.equals("AIza");
    return tells
            && prefix.length() > kept
            && to - from > prefix.length()
            && text.startsWith(prefix, from)
        ? prefix.length()
        : kept;
  }

  /** Names of things have no capitals and no digits; keys nearly always have. */
  private static boolean isRandom(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
        return true;
      }
    }
    return false;
  }

  static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
