package io.keystile.app.console.keys;

import io.keystile.app.console.keys.KeyForm.AddressLine;
import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.KeySettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills the form with what a key has. */
final class KeyForms {

  static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);

  private KeyForms() {}

  static KeyForm of(KeySettings settings) {
    return new KeyForm(
        settings.name(),
        Objects.requireNonNullElse(settings.description(), ""),
        Objects.requireNonNullElse(settings.owner(), ""),
        scopes(settings.scopes()),
        settings.expiresAt() == null ? KeyForm.NEVER : KeyForm.DATE,
        local(settings.expiresAt()),
        local(settings.notBefore()),
        "UTC",
        addresses(settings.allow()),
        addresses(settings.deny()),
        settings.limits().unlimited() ? "" : lines(settings.limits().rateTexts()),
        settings.limits().unlimited(),
        lines(settings.limits().quotaTexts()),
        lines(settings.windows().stream().map(AccessWindow::toString).toList()));
  }

  private static String scopes(@Nullable Scopes scopes) {
    return scopes == null ? "" : String.join(" ", scopes.grants());
  }

  private static String local(@Nullable Instant instant) {
    return instant == null ? "" : MINUTES.format(instant);
  }

  private static String lines(Collection<String> texts) {
    return String.join("\n", texts);
  }

  private static List<AddressLine> addresses(List<AddressEntry> entries) {
    return entries.stream()
        .limit(KeyForm.MAX_ADDRESSES)
        .map(
            entry ->
                new AddressLine(
                    entry.address(), entry.enabled(), Objects.requireNonNullElse(entry.note(), "")))
        .collect(Collectors.toList());
  }
}
