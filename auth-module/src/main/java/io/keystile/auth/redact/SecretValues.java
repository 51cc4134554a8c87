package io.keystile.auth.redact;

import java.util.List;

/** Masks texts that are known to be secrets, as they are and as they are escaped. */
record SecretValues(List<String> values, List<String> prefixes) {

  String maskIn(String text) {
    String masked = text;
    for (String value : values) {
      masked = mask(masked, value, PlainView.verbatim(masked));
      masked = mask(masked, PlainView.of(value).plain(), PlainView.of(masked));
    }
    return masked;
  }

  private String mask(String text, String value, PlainView view) {
    int found = view.plain().indexOf(value);
    if (found < 0) {
      return text;
    }
    int kept = KeyPrefixes.kept(value, 0, value.length(), prefixes);
    Masking masking = new Masking(text);
    while (found >= 0) {
      int end = found + value.length();
      masking.mask(view.start(found + kept), view.start(end));
      found = view.plain().indexOf(value, end);
    }
    return masking.result();
  }
}
