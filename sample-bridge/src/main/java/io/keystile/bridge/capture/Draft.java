package io.keystile.bridge.capture;

import io.keystile.auth.redact.Redactor;
import io.micronaut.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to become a line. It still holds keys, and becomes a line on the thread that writes,
 * which has the time to take them out.
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed over and never compared
record Draft(
    Instant at,
    Caller caller,
    String leg,
    String kind,
    @Nullable String method,
    @Nullable String target,
    @Nullable Integer status,
    @Nullable Map<String, List<String>> headers,
    byte @Nullable [] body,
    long bytes) {

  /** Longer than any key: of a body that was cut, as much is left out at its end. */
  static final int MARGIN = 600;

  private static final String MASK = "****";

  /** Who calls, and what must not be told of it. */
  record Caller(
      String exchange,
      @Nullable String keyId,
      @Nullable String keyName,
      Redactor redactor,
      Set<String> secretHeaders) {}

  /** About how many bytes of memory it takes. */
  int weight() {
    int weight = 512 + (body == null ? 0 : body.length) + (target == null ? 0 : target.length());
    if (headers != null) {
      for (Map.Entry<String, List<String>> header : headers.entrySet()) {
        weight += header.getKey().length() + String.join(",", header.getValue()).length();
      }
    }
    return weight;
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return "Draft[" + leg + " " + kind + "]";
  }

  CaptureLine toLine(int maxBody) {
    return new CaptureLine(
        at.toString(),
        caller.exchange,
        leg,
        kind,
        caller.keyId,
        caller.keyName,
        method,
        target == null ? null : caller.redactor.apply(target),
        status,
        headers == null ? null : shown(headers),
        body == null || isPacked() ? null : text(body, maxBody),
        body == null && bytes == 0 ? null : bytes);
  }

  private Map<String, List<String>> shown(Map<String, List<String>> all) {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    all.forEach(
        (name, values) ->
            shown.put(
                caller.redactor.apply(name),
                caller.secretHeaders.contains(name.toLowerCase(Locale.ROOT))
                    ? List.of(MASK)
                    : values.stream().map(caller.redactor).toList()));
    return shown;
  }

  private boolean isPacked() {
    return headers != null
        && headers.entrySet().stream()
            .anyMatch(
                header ->
                    header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_ENCODING)
                        && !header.getValue().equals(List.of("identity")));
  }

  private String text(byte[] kept, int maxBody) {
    String redacted = caller.redactor.apply(new String(kept, StandardCharsets.UTF_8));
    int safe = kept.length < bytes ? redacted.length() - MARGIN : redacted.length();
    return redacted.substring(0, Math.max(0, Math.min(safe, maxBody)));
  }
}
