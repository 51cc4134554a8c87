package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.keys.KeyPage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of keys.
 *
 * @param items the keys
 * @param nextCursor what to ask with for the next page
 */
@Serdeable
@Schema(name = "KeyPage")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyPageView(List<KeyView> items, @Nullable String nextCursor) {

  /** The page, its keys with their use. */
  public static KeyPageView of(KeyPage page, KeyUsages usages, Instant now) {
    return new KeyPageView(
        page.items().stream().map(key -> KeyView.of(key, usages, now)).toList(), page.nextCursor());
  }
}
