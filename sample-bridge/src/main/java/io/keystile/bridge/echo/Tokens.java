package io.keystile.bridge.echo;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the echo takes for tokens: words, each with the space before it. */
final class Tokens {

  private static final Pattern TOKEN = Pattern.compile("\\s*+\\S++|\\s++");

  private Tokens() {}

  /** The tokens, which joined give the text again. */
  static List<String> of(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  static int count(String text) {
    return (int) TOKEN.matcher(text).results().count();
  }
}
