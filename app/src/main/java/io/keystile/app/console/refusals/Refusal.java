package io.keystile.app.console.refusals;

import io.keystile.app.console.QueryString;
import io.keystile.auth.receipt.Receipt;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refused call.
 *
 * @param receipt what is known of it
 * @param keyName the name of the key that was recognised, or null when none was or it is gone
 */
public record Refusal(Receipt receipt, @Nullable String keyName) {

  /** The route of calls that matched none. */
  private static final String NO_ROUTE = "-";

  /** Its path. */
  public String path() {
    return "/console/refusals/" + receipt.id();
  }

  /** The path of the key's page, or null where there is no such page. */
  public @Nullable String keyPath() {
    return receipt.keyId() == null || keyName == null
        ? null
        : "/console/keys/" + receipt.keyId().value();
  }

  /** Where the same call is tried again without counting, or null where there is no key. */
  public @Nullable String trialPath() {
    String key = keyPath();
    if (key == null) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("address", receipt.address() == null ? "" : receipt.address());
    values.put(
        "route", receipt.route().equals(NO_ROUTE) ? "" : receipt.method() + " " + receipt.route());
    return key + "/check" + QueryString.of(values) + "#trial";
  }

  /** The list of those with the same code. */
  public String sameCode() {
    return list("code", receipt.reason());
  }

  /** The list of those from the same address, or null when it is not known. */
  public @Nullable String sameAddress() {
    return receipt.address() == null ? null : list("address", receipt.address());
  }

  /** The list of those with the same key, or null when none was recognised. */
  public @Nullable String sameKey() {
    return receipt.keyId() == null ? null : list("key", receipt.keyId().value());
  }

  private static String list(String name, String value) {
    return "/console/refusals" + QueryString.of(Map.of(name, value));
  }
}
