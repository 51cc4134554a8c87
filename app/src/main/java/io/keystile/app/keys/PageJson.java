package io.keystile.app.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of keys as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record PageJson(List<KeyJson> items, @Nullable String nextCursor) {}
