package io.keystile.app.console.refusals;

import java.util.regex.Pattern;

/** What an id of a receipt looks like; anything else that is typed may be a key. */
final class ReceiptIds {

  private static final Pattern ID = Pattern.compile("rcpt_[0-9A-Za-z]{1,40}");

  private ReceiptIds() {}

  static boolean isOne(String text) {
    return ID.matcher(text).matches();
  }
}
