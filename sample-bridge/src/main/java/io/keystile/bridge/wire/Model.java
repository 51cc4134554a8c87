package io.keystile.bridge.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/**
 * One model that can be asked for.
 *
 * @param id what callers write in {@code model}
 * @param object always {@code model}
 * @param created when it became available, in seconds since 1970
 * @param ownedBy who provides it
 * @since 0.1
 */
@Serdeable
public record Model(
    String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {

  /** A model of this program. */
  public static Model of(String id, long created) {
    return new Model(id, "model", created, "keystile");
  }
}
