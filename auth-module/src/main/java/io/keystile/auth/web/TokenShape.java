package io.keystile.auth.web;

import java.util.regex.Pattern;

/**
 * The shape of tokens that other schemes put behind {@code Bearer}: three to five parts of
 * base64url joined by dots, as a JWT (RFC 7515 and 7516, section 3) or a PASETO. No generated key
 * has a dot.
 */
final class TokenShape {

  private static final Pattern TOKEN = Pattern.compile("[\\w-]++(?:\\.[\\w-]*+){2,4}");

  private TokenShape() {}

  static boolean isToken(String text) {
    return text.indexOf('.') >= 0 && TOKEN.matcher(text).matches();
  }
}
