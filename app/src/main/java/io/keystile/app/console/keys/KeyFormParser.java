package io.keystile.app.console.keys;

import io.keystile.app.console.Form;
import io.keystile.app.console.keys.KeyForm.AddressLine;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the form of a key as a browser sends it. */
final class KeyFormParser {

  private static final Pattern ROW =
      Pattern.compile("(allow|deny)\\.(\\d{1,4})\\.(?:address|note)");

  private final Form sent;

  private KeyFormParser(Form sent) {
    this.sent = sent;
  }

  static KeyForm parse(Form sent) {
    return new KeyFormParser(sent).form();
  }

  private KeyForm form() {
    return new KeyForm(
        text("name"),
        text("description"),
        text("owner"),
        text("scopes"),
        text("expiry"),
        text("expiresAt"),
        text("notBefore"),
        sent.has("zone") ? text("zone") : "UTC",
        addresses("allow"),
        addresses("deny"),
        text("rateLimits"),
        sent.has("unlimited"),
        text("quotas"),
        text("windows"));
  }

  private List<AddressLine> addresses(String list) {
    TreeSet<Integer> rows = new TreeSet<>();
    for (String name : sent.fields().keySet()) {
      Matcher row = ROW.matcher(name);
      if (row.matches() && row.group(1).equals(list)) {
        rows.add(Integer.valueOf(row.group(2)));
      }
    }
    return rows.stream()
        .limit(KeyForm.MAX_ADDRESSES)
        .map(row -> line(list + "." + row + "."))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private AddressLine line(String row) {
    return new AddressLine(text(row + "address"), sent.has(row + "enabled"), text(row + "note"));
  }

  private String text(String name) {
    return sent.text(name);
  }
}
