package io.keystile.auth.usage;

import io.keystile.auth.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reasons that are counted one by one. A check of an application may make up codes as it goes;
 * so only the first of them are told apart. Safe for several threads.
 */
final class ReasonNames {

  static final String OTHER = "other";

  private static final int MAX = 64;

  private final Map<String, String> known = new ConcurrentHashMap<>();

  ReasonNames() {
    Reason.ALL.forEach(reason -> known.put(reason.code(), reason.code()));
  }

  /** The code to count under. */
  String of(Reason reason) {
    String code = known.get(reason.code());
    if (code != null) {
      return code;
    }
    // A few too many in a race do no harm.
    if (known.size() >= MAX) {
      return OTHER;
    }
    known.putIfAbsent(reason.code(), reason.code());
    return reason.code();
  }
}
