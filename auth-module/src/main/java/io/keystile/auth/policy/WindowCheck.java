package io.keystile.auth.policy;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.StoredKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A key with access windows is refused outside all of them. */
@Singleton
final class WindowCheck implements KeyCheck {

  @Override
  public String name() {
    return "access-window";
  }

  @Override
  public int getOrder() {
    return WINDOW_ORDER;
  }

  @Override
  public boolean concerns(StoredKey key) {
    return !key.windows().isEmpty();
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    List<AccessWindow> windows = key.windows();
    if (windows.isEmpty()) {
      return null;
    }
    Instant now = Instant.ofEpochMilli(call.now());
    for (AccessWindow window : windows) {
      if (window.contains(now)) {
        return null;
      }
    }
    String hours = windows.stream().map(AccessWindow::toString).collect(Collectors.joining(", "));
    return Verdict.Rejected.of(Reason.OUTSIDE_ACCESS_WINDOW, key.key().id())
        .withMessage("This API key may be used only at these times: " + hours + ".");
  }

  @Override
  public String compared(StoredKey key, Call call) {
    return key.windows().isEmpty()
        ? "no window"
        : "windows " + key.windows() + ", now " + call.instant();
  }
}
