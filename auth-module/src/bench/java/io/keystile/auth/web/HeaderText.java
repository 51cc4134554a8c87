package io.keystile.auth.web;

import io.keystile.auth.secret.KeySecret;

/** The key in the text of a header, read as the guard reads it. */
public final class HeaderText {

  private HeaderText() {}

  /** The key. */
  public static KeySecret key(String header) {
    return BearerKeyReader.keyOf(header);
  }
}
