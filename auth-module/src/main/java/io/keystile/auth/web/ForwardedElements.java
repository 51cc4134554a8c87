package io.keystile.auth.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one line of a {@code Forwarded} header (RFC 7239, section 4). */
final class ForwardedElements {

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final List<String> BROKEN = List.of("");
  private static final char END = '\0';

  private final String line;
  private int at;

  ForwardedElements(String line) {
    this.line = line;
  }

  /** The values of {@code for}, one for each element: see {@link ForwardedSyntax#nodes}. */
  List<String> nodes() {
    List<String> nodes = new ArrayList<>();
    do {
      String node = element();
      if (node == null) {
        return BROKEN;
      }
      nodes.add(node);
    } while (take(','));
    return at == line.length() ? nodes : BROKEN;
  }

  private @Nullable String element() {
    String node = null;
    do {
      skipBlanks();
      String name = token();
      String value = name.isEmpty() ? "" : take('=') ? value() : null;
      boolean isNode = name.equalsIgnoreCase("for");
      if (value == null || (isNode && node != null)) {
        return null;
      }
      node = isNode ? value : node;
      skipBlanks();
    } while (take(';'));
    return node == null ? "" : node;
  }

  private @Nullable String value() {
    if (take('"')) {
      return quoted();
    }
    String token = token();
    return token.isEmpty() ? null : token;
  }

  private @Nullable String quoted() {
    StringBuilder text = new StringBuilder();
    while (peek() != END) {
      if (take('"')) {
        return text.toString();
      }
      take('\\');
      text.append(peek());
      at++;
    }
    return null;
  }

  private String token() {
    int start = at;
    while (isTokenChar(peek())) {
      at++;
    }
    return line.substring(start, at);
  }

  private static boolean isTokenChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private boolean take(char c) {
    boolean there = peek() == c;
    at += there ? 1 : 0;
    return there;
  }

  private char peek() {
    return at < line.length() ? line.charAt(at) : END;
  }
}
