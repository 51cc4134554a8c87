package io.keystile.auth.web;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.guard.IdentityMemo;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of refusals that say no more than their reason, written once for each reason. Safe for
 * several threads; nobody may change the bytes.
 */
@Singleton
final class WrittenRefusals {

  private final JsonMapper json;
  private final boolean ours;
  private final IdentityMemo<Reason, byte[]> known = new IdentityMemo<>(this::write);

  WrittenRefusals(JsonMapper json, OpenAiRefusalBody body) {
    this.json = json;
    // An application's own body may say something else each time.
    this.ours = body.getClass() == OpenAiRefusalBody.class;
  }

  /** The body, or null when this refusal has to be written for itself. */
  byte @Nullable [] find(Refusal refusal) {
    return ours && OpenAiRefusalBody.isPlain(refusal.verdict())
        ? known.get(refusal.verdict().reason())
        : null;
  }

  private byte[] write(Reason reason) {
    try {
      return json.writeValueAsBytes(OpenAiRefusalBody.bodyOf(Verdict.Rejected.of(reason)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
