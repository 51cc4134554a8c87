package io.keystile.app.console.refusals;

import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.app.console.QueryString;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.receipt.ReceiptFilter;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which refusals are shown: what stands in the address of the list.
 *
 * @param code the code of the reason, or empty for any
 * @param address the caller's address as it was typed, or empty
 * @param key the id of the key as it was typed, or empty
 * @param period how far back, or empty
 * @param cursor behind which refusal, or null for the first page
 */
public record RefusalSearch(
    String code, String address, String key, String period, @Nullable String cursor) {

  /** Every refusal. */
  static final RefusalSearch ALL = new RefusalSearch("", "", "", "", null);

  /** Reads an address. A text in the place of a key's id may be a key: it is not kept. */
  static RefusalSearch read(
      String code, String address, String key, String period, String cursor, Faults faults) {
    String id = key.strip();
    boolean isId = id.isEmpty() || FieldChecks.check(faults, "key", id, ApiKeyId::new) != null;
    String from = address.strip();
    if (!from.isEmpty()) {
      FieldChecks.check(faults, "address", from, ClientIp::parse);
    }
    return new RefusalSearch(
        code.strip(),
        from,
        isId ? id : "",
        Period.parse(period).text(),
        ReceiptIds.isOne(cursor) ? cursor : null);
  }

  ReceiptFilter filter(Instant now) {
    return new ReceiptFilter(
        key.isEmpty() ? null : new ApiKeyId(key),
        code.isEmpty() ? null : code,
        address.isEmpty() ? null : ClientIp.parse(address),
        Period.parse(period).since(now));
  }

  /** Whether every refusal is meant. */
  public boolean isEverything() {
    return equals(ALL.after(cursor));
  }

  /** The page behind the cursor. */
  public RefusalSearch after(@Nullable String next) {
    return new RefusalSearch(code, address, key, period, next);
  }

  /** The query of its address; empty for the plain list. */
  public String query() {
    return QueryString.of(values());
  }

  /** The same with the latest refusal that is shown, for asking whether there is a newer one. */
  public String queryBehind(String seen) {
    Map<String, String> values = values();
    values.put("seen", seen);
    return QueryString.of(values);
  }

  /** The periods that can be chosen, by their texts. */
  public static Map<String, String> periods() {
    Map<String, String> periods = new LinkedHashMap<>();
    Arrays.stream(Period.values()).forEach(period -> periods.put(period.text(), period.title()));
    return periods;
  }

  /** The codes that can be chosen; that of an application's own check only when it is chosen. */
  public Map<String, String> codes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("", "Any reason");
    Reason.ALL.forEach(reason -> codes.put(reason.code(), reason.code()));
    codes.putIfAbsent(code, code);
    return codes;
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("code", code);
    values.put("address", address);
    values.put("key", key);
    values.put("period", period);
    values.put("cursor", cursor == null ? "" : cursor);
    return values;
  }
}
